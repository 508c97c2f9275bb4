/** An instant so many days from now or from another instant, as Odoo writes it. */
export function daysAhead(days: number, from = Date.now()): string {
	return new Date(from + days * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
}
