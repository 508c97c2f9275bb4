import { display, theOne, toOne, word, type RecordOf } from './fields';
import { tags } from './tags';

const named = { name: word };

/** What is read of a customer: where it is, and the tags that say its tier. */
export const customer = {
	...display,
	...tags,
	country_id: toOne(named),
	state_id: toOne(named),
};

export type Customer = RecordOf<typeof customer>;

/** The customer behind a record, which has to be there. */
export const theCustomer = theOne(customer);
