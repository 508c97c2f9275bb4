import type { Facts } from '../case/caseFile';

/** A case of the past, as far as a simulation has to know it. */
export interface SimulatedCase {
	area: string;
	model: string;
	/** Id of the record in Odoo. */
	id: number;
	name: string;
	/** Address of the record in Odoo's web client; `null` when it is not known. */
	url: string | null;
	amount: number | null;
	/** ISO 4217 code of `amount`. */
	currency: string | null;
	/** When it came up, ISO 8601 in UTC; `null` when nobody knows. */
	at: string | null;
	facts: Facts;
}
