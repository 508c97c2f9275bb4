import { Unknown } from '../facts/Unknown';
import type { OtherBill, VendorBill } from './vendorBill';

/**
 * Whether another bill of the supplier has the same reference, however it is written: `INV 12/7` is
 * `inv-12-7`.
 * @param same those whose reference is the same to the letter
 * @param recent those of the last year
 */
export function isDuplicate(
	{ ref }: VendorBill,
	same: readonly OtherBill[] | Unknown,
	recent: readonly OtherBill[] | Unknown,
): boolean | Unknown {
	if (ref === null) return new Unknown("the bill has no reference of the supplier's");
	if (same instanceof Unknown) return same;
	if (recent instanceof Unknown) return recent;
	return same.length > 0 || recent.some((one) => one.ref !== null && isSame(one.ref, ref));
}

/** How many other bills of the supplier have the same date and total. */
export function sameAmountBills(
	{ invoice_date, amount_total, currency_id }: VendorBill,
	recent: readonly OtherBill[] | Unknown,
): number | Unknown {
	if (recent instanceof Unknown) return recent;
	if (amount_total === 0) return 0;
	return recent.filter(
		(one) =>
			one.invoice_date?.toMillis() === invoice_date?.toMillis() &&
			one.amount_total === amount_total &&
			one.currency_id.id === currency_id.id,
	).length;
}

function isSame(left: string, right: string): boolean {
	const [one, other] = [left, right].map(lettersAndDigits);
	return one !== '' && one === other;
}

function lettersAndDigits(reference: string): string {
	return reference.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
