interface Currency {
	id: number;
	decimal_places: number;
}

/** A document as Odoo knows it: in its own currency, with a rate to the company's. */
export interface Priced {
	company_id: { currency_id: Currency };
	currency_id: Currency;
	/** Units of the document's currency for one of the company's. */
	currency_rate: number;
}

/** Units of a document's currency for one of its company's; `null` where Odoo has no rate. */
export function companyRate({ company_id, currency_id, currency_rate }: Priced): number | null {
	if (currency_id.id === company_id.currency_id.id) return 1;
	return currency_rate > 0 ? currency_rate : null;
}
