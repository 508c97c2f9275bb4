/**
 * A quantity without the dust of binary fractions: Odoo keeps at most five decimals of one, so what
 * differs further down is the same.
 */
export function roundQuantity(quantity: number): number {
	return Number(quantity.toFixed(6)) || 0;
}

/** What the quantities of some rows add up to. */
export function totalQuantity<Row>(rows: readonly Row[], quantityOf: (row: Row) => number): number {
	return roundQuantity(rows.reduce((total, row) => total + quantityOf(row), 0));
}
