/** An id that nothing has. */
export const unknownId = 987_654_321;
