/** An instant as Odoo writes it: UTC, to the second, without a zone. */
export function odooDateTime(instant: Date | number | string): string {
	return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
