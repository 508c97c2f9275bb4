/**
 * Writes a JSON value in one canonical form: keys sorted, no white space.
 *
 * Two values that are equal as JSON give the same text whatever the order in which their keys
 * were set, so the text can be hashed. `undefined` members are left out, as `JSON.stringify` does.
 */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) => {
		if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
		return Object.fromEntries(
			Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)),
		);
	});
}
