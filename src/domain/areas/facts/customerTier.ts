import { Unknown } from './Unknown';

type Tags = ReadonlyArray<{ name: string }>;

/** A customer, and the company behind a contact. */
interface Customer {
	category_id: Tags;
	commercial_partner_id: { category_id: Tags } | null;
}

/** Of customers without a tier. */
export const NO_TIER = 'standard';

const named = ['platinum', 'gold', 'silver', 'bronze'];

/**
 * The customer's tag "Tier …", or that of the company behind a contact. Two different ones leave open which counts.
 */
export function customerTier(partner: Customer): string | Unknown {
	const own = tiersIn(partner.category_id);
	const tiers = own.length > 0 ? own : tiersIn(partner.commercial_partner_id?.category_id ?? []);
	if (tiers.length > 1) return new Unknown(`the customer has the tiers ${tiers.join(' and ')}`);
	return tiers[0] ?? NO_TIER;
}

function tiersIn(tagged: Tags): string[] {
	return tagged.flatMap(({ name }) => /^\s*tier\s+(.+?)\s*$/i.exec(name)?.[1] ?? []);
}

/**
 * Which of two tiers comes first, as `sort` takes it: Platinum, Gold, Silver, Bronze, then every
 * other tier by the alphabet, A before B, and customers without a tier last. Case does not matter.
 */
export function compareTiers(left: string, right: string): number {
	const [first, second] = [left.toLowerCase(), right.toLowerCase()];
	return placeOf(first) - placeOf(second) || first.localeCompare(second, 'en');
}

/** Whether customers of a tier are the best there are: Platinum, or A. */
export function isTopTier(tier: string): boolean {
	return ['platinum', 'a'].includes(tier.toLowerCase());
}

function placeOf(tier: string): number {
	if (tier === NO_TIER) return named.length + 1;
	const place = named.indexOf(tier);
	return place === -1 ? named.length : place;
}
