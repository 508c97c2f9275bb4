/** Entries by each of their keys, in the order in which the keys are met. */
export function grouped<Entry, Key>(
	entries: readonly Entry[],
	keysOf: (entry: Entry) => readonly Key[],
): Array<[Key, Entry[]]> {
	const groups = new Map<Key, Entry[]>();
	for (const entry of entries)
		for (const key of keysOf(entry)) groups.set(key, [...(groups.get(key) ?? []), entry]);
	return [...groups];
}
