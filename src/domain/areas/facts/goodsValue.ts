import { roundMoney } from '../../money';
import type { GoodsMove } from '../reading/transfer';
import { Unknown } from './Unknown';
import { unitsIn } from './unitsIn';

/** Some of the goods of a move, counted in the unit of the product. */
export interface Goods {
	move: Pick<GoodsMove, 'product_id' | 'sale_line_id'>;
	quantity: number;
}

/**
 * What goods were sold for, net of discounts and taxes.
 *
 * @returns an amount in the company's currency, or why the price of some of them is not known
 */
export function goodsValue(goods: readonly Goods[], decimalPlaces: number): number | Unknown {
	const values = goods.map(({ move, quantity }) => {
		const price = soldPrice(move);
		return price instanceof Unknown ? price : price * quantity;
	});
	const reason = values.find((value) => value instanceof Unknown);
	if (reason) return reason;
	const total = values.reduce<number>((sum, value) => sum + (value as number), 0);
	return roundMoney(total, decimalPlaces);
}

/** What one unit of the product was sold for, in the company's currency. */
function soldPrice({ product_id: product, sale_line_id: line }: Goods['move']): number | Unknown {
	if (!line) return new Unknown(`${product.display_name} is on no sales order`);
	if (line.product_id?.id !== product.id) {
		return new Unknown(`${product.display_name} was sold as part of something else`);
	}
	const { currency_rate: rate } = line.order_id;
	const sold =
		line.product_uom_qty * unitsIn(line.product_uom_id ?? line.product_uom, product.uom_id);
	if (sold <= 0) return new Unknown(`${product.display_name} has no quantity on the sales order`);
	if (rate <= 0) return new Unknown('the sales order has no rate to the company currency');
	return line.price_subtotal / sold / rate;
}
