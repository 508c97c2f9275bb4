/** The same keys with other values, one after another. */
export async function mapRecord<Key extends string, From, To>(
	record: Readonly<Record<Key, From>>,
	change: (value: From, key: Key) => Promise<To>,
): Promise<Record<Key, To>> {
	const changed: Partial<Record<Key, To>> = {};
	for (const key in record) changed[key] = await change(record[key], key);
	return changed as Record<Key, To>; // Every key of `record` was gone through.
}
