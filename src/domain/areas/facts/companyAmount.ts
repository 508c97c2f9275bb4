import { roundMoney } from '../../money';
import { Unknown } from './Unknown';

interface Currency {
	id: number;
	decimal_places: number;
}

/** An order as Odoo knows it: in its own currency, with a rate to the company's. */
interface Priced {
	company_id: { currency_id: Currency };
	currency_id: Currency;
	/** Units of the order's currency for one of the company's. */
	currency_rate: number;
}

/** An amount of an order, in the currency of its company. */
export function companyAmount(order: Priced, amount: number): number | Unknown {
	const company = order.company_id.currency_id;
	if (order.currency_id.id === company.id) return roundMoney(amount, company.decimal_places);
	if (order.currency_rate <= 0) return new Unknown('the order has no rate to the company currency');
	return roundMoney(amount / order.currency_rate, company.decimal_places);
}
