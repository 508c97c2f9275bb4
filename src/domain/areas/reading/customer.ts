import { display, theOne, toMany, toOne, word, type RecordOf } from './fields';

const named = { name: word };

/** What is read of a customer: where it is, and the tags that say its tier. */
export const customer = {
	...display,
	category_id: toMany(named),
	country_id: toOne(named),
	state_id: toOne(named),
	commercial_partner_id: toOne({ category_id: toMany(named) }),
};

export type Customer = RecordOf<typeof customer>;

/** The customer behind a record, which has to be there. */
export const theCustomer = theOne(customer);
