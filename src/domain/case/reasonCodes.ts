/** Why somebody rejects, in one word that figures can be made of. */
export const reasonCodes = [
	'price',
	'margin',
	'credit',
	'terms',
	'missing_information',
	'not_needed',
	'duplicate',
	'compliance',
	'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** As people in Odoo read them. */
export const reasonCodeWords: Readonly<Record<ReasonCode, string>> = {
	price: 'Price',
	margin: 'Margin',
	credit: 'Credit',
	terms: 'Terms',
	missing_information: 'Missing information',
	not_needed: 'Not needed',
	duplicate: 'Duplicate',
	compliance: 'Against the rules',
	other: 'Other',
};
