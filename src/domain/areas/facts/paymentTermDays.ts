import { Unknown } from './Unknown';

interface PaymentTerm {
	line_ids: ReadonlyArray<{ delay_type: string | null; nb_days: number }>;
}

/** Days after the invoice until the last instalment. No term is due at once. */
export function paymentTermDays(term: PaymentTerm | null): number | Unknown {
	if (term === null) return 0;
	const isCounted = term.line_ids.every(({ delay_type }) => delay_type === 'days_after');
	if (!isCounted) return new Unknown('the payment term counts from the end of a month');
	return Math.max(0, ...term.line_ids.map(({ nb_days }) => nb_days));
}
