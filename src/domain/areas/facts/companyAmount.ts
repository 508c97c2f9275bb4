import { roundMoney } from '../../money';
import { companyRate, type Priced } from './companyRate';
import { Unknown } from './Unknown';

/** An amount of an order, in the currency of its company. */
export function companyAmount(order: Priced, amount: number): number | Unknown {
	const rate = companyRate(order);
	if (rate === null) return new Unknown('the order has no rate to the company currency');
	return roundMoney(amount / rate, order.company_id.currency_id.decimal_places);
}
