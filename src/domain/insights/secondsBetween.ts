/**
 * How long it took from one instant to another; `null` where one is not known. Odoo keeps some times
 * to the second, so that what comes later may seem to be a little earlier: never less than none.
 *
 * @param earlier ISO 8601
 */
export function secondsBetween(earlier: string | null, later: string | null): number | null {
	if (earlier === null || later === null) return null;
	return Math.max(0, (Date.parse(later) - Date.parse(earlier)) / 1_000);
}
