import type { Facts } from '../case/caseFile';
import { formatValue } from '../formatValue';
import type { Policy } from './policy';

const placeholder = /\{\{([^{}]*)\}\}/g;

/** Names of the facts that a reason speaks of. */
export function factsInReason(reason: string): string[] {
	return [...reason.matchAll(placeholder)].map((match) => (match[1] ?? '').trim());
}

/**
 * Fills the placeholders of a reason: `{{fact}}` becomes the fact's value with its unit.
 *
 * Amounts are in the currency that the fact `currency` names, where there is one.
 */
export function fillReason(reason: string, facts: Facts, declared: Policy['facts']): string {
	const currency = facts['currency'];
	return reason.replace(placeholder, (_text, name: string) => {
		const fact = name.trim();
		const ofCompany = typeof currency === 'string' ? currency : null;
		return formatValue(facts[fact], declared[fact]?.unit, ofCompany);
	});
}
