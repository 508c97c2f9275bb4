/**
 * An amount in the smallest units of its currency, such as cents; halves are rounded away from zero.
 *
 * Odoo's amounts are binary fractions (`1.005` is a little less), so they are read with the fifteen
 * digits that such a number is good for.
 */
export function toSmallestUnits(amount: number, decimalPlaces: number): number {
	const units = Number((Math.abs(amount) * 10 ** decimalPlaces).toPrecision(15));
	return Math.sign(amount) * Math.round(units) || 0;
}

/** An amount rounded to the places of its currency. */
export function roundMoney(amount: number, decimalPlaces: number): number {
	return toSmallestUnits(amount, decimalPlaces) / 10 ** decimalPlaces;
}
