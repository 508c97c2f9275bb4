import type { Customer } from '../reading/customer';
import { Unknown } from './Unknown';

/** Country and state of the customer's address: `Germany / Bavaria`. */
export function customerRegion({
	country_id: country,
	state_id: state,
}: Customer): string | Unknown {
	if (country === null) return new Unknown('the customer has no country');
	return [country, state].flatMap((part) => part?.name ?? []).join(' / ');
}
