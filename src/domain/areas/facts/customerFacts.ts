import { customerOf, type CustomerTransfer } from '../reading/transfer';
import { customerRegion } from './customerRegion';
import { customerTier } from './customerTier';
import { Unknown } from './Unknown';

/** What is known of whoever gets the goods of a transfer, or gives them back. */
export function customerFacts(transfer: CustomerTransfer): {
	customerTier: string | Unknown;
	region: string | Unknown;
} {
	const customer = customerOf(transfer);
	const nobody = new Unknown('the transfer names no customer');
	return {
		customerTier: customer ? customerTier(customer) : nobody,
		region: customer ? customerRegion(customer) : nobody,
	};
}
