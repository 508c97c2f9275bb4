import { Unknown } from './Unknown';

type Tags = ReadonlyArray<{ name: string }>;

/** A customer, and the company behind a contact. */
interface Customer {
	category_id: Tags;
	commercial_partner_id: { category_id: Tags } | null;
}

/**
 * The customer's tag "Tier …", or that of the company behind a contact; `standard` without one. Two
 * different ones leave open which counts.
 */
export function customerTier({
	category_id: own,
	commercial_partner_id: company,
}: Customer): string | Unknown {
	const tiers = tiersIn(own).length > 0 ? tiersIn(own) : tiersIn(company?.category_id ?? []);
	if (tiers.length > 1) return new Unknown(`the customer has the tiers ${tiers.join(' and ')}`);
	return tiers[0] ?? 'standard';
}

function tiersIn(tags: Tags): string[] {
	return tags.flatMap(({ name }) => /^\s*tier\s+(.+?)\s*$/i.exec(name)?.[1] ?? []);
}
