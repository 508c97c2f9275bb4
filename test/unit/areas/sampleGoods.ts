const named = (id: number, display_name: string) => ({ id, display_name });

export const piece = { ...named(1, 'Units'), factor: 1, relative_factor: 1 };
export const dozen = { ...named(2, 'Dozens'), factor: 12, relative_factor: 12 };
export const company = {
	...named(1, 'My Company'),
	currency_id: { id: 1, name: 'USD', decimal_places: 2 },
};

/** Lamps that cost 10 each, of no lot, in no package and nobody else's. */
export function lamps(product: object = {}): Record<string, unknown> {
	return {
		product_id: {
			...named(5, 'Lamp'),
			type: 'consu',
			is_storable: true,
			categ_id: named(3, 'Lighting'),
			uom_id: piece,
			standard_price: 10,
			lot_valuated: false,
			...product,
		},
		lot_id: false,
		package_id: false,
		owner_id: false,
	};
}
