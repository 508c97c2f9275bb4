import { z } from 'zod';

const record = z.object({ id: z.number() }).passthrough();

/**
 * Everything at the end of a path, through records and lists of them. What is empty in Odoo is
 * nothing, but for a tick that is not set: that looks the same, and is told from it by nobody.
 *
 * @param row as `web_read` gives it
 * @returns `undefined` where the path leaves what was read
 */
export function valuesAt(row: unknown, [name, ...rest]: readonly string[]): unknown[] | undefined {
	const known = record.safeParse(row).data;
	if (name === undefined) return [known ? (known['display_name'] ?? known.id) : row];
	if (!known || !(name in known)) return undefined;
	const held = known[name];
	if (held === false) return [];
	const found = (Array.isArray(held) ? held : [held]).map((one) => valuesAt(one, rest));
	return found.includes(undefined) ? undefined : found.flatMap((values) => values ?? []);
}
