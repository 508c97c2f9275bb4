/**
 * Standard deviations of 99.9 and 99.99 % on each side, at which intervals may not even touch. With
 * less, one of the hundreds that are compared would stand out by chance.
 */
export const LIKELY = 3.29;
export const VERY_LIKELY = 3.89;
