import webReadAnswer from '../../fixtures/sale-order-web-read.json';

type Order = typeof webReadAnswer;
type Line = Order['order_line'][number];

/** The quotation that a real Odoo gave, with what a row changes. */
export function anOrder(changes: object = {}): object {
	return { ...structuredClone(webReadAnswer), ...changes };
}

/** A line of one product that is sold with profit, with what a row changes. */
export function aLine(changes: object = {}): Line {
	return {
		id: 60,
		display_type: false,
		product_id: {
			id: 56,
			type: 'consu',
			display_name: 'Pump',
			categ_id: { id: 5, display_name: 'Furniture / Office' },
		},
		product_uom_qty: 1,
		price_unit: 100,
		discount: 0,
		price_subtotal: 100,
		purchase_price: 60,
		margin: 40,
		...changes,
	};
}
