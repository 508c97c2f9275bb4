/** Rows in groups of the same key, each with at least one; groups and rows in the order they come. */
export function grouped<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | number,
): Array<[Row, ...Row[]]> {
	const groups = new Map<string | number, [Row, ...Row[]]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return [...groups.values()];
}
