/**
 * What one unit of the product costs on a purchase line, net of discounts and taxes, in the
 * company's currency; `null` where the line does not say.
 *
 * @param rate units of the order's currency for one of the company's
 */
export function netPrice(
	{ price_subtotal, product_uom_qty }: { price_subtotal: number; product_uom_qty: number },
	rate: number,
): number | null {
	return product_uom_qty > 0 && rate > 0 ? price_subtotal / product_uom_qty / rate : null;
}
