import { Engine } from 'json-rules-engine';
import type { Facts } from '../src/domain/case/caseFile';
import type { Policy } from '../src/domain/policy/policy';
import { policyOutcomes, type PolicyOutcome } from '../src/domain/policy/policyResult';

/** Ten rules as a distributor has them, in operators that every one of the contestants knows. */
export const tenRules: Policy = {
	id: 'bench',
	version: '1',
	area: 'sales_order_release',
	facts: {
		margin: { type: 'number', unit: '%', label: 'Margin' },
		discount: { type: 'number', unit: '%', label: 'Discount' },
		overdueDays: { type: 'number', unit: 'days', label: 'Overdue' },
		exposure: { type: 'number', unit: '%', label: 'Exposure' },
		lines: { type: 'number', label: 'Lines' },
		tier: { type: 'string', label: 'Tier' },
		country: { type: 'string', label: 'Country' },
		isNewCustomer: { type: 'boolean', label: 'New customer' },
	},
	rules: [
		rule('far-below-cost', 'reject', { fact: 'margin', operator: 'lessThan', value: -20 }),
		rule('embargo', 'reject', { fact: 'country', operator: 'in', value: ['XA', 'XB'] }),
		rule('exposed', 'escalate', { fact: 'exposure', operator: 'greaterThan', value: 120 }),
		rule('long-overdue', 'escalate', {
			all: [
				{ fact: 'overdueDays', operator: 'greaterThan', value: 60 },
				{ fact: 'tier', operator: 'notEqual', value: 'A' },
			],
		}),
		rule('low-margin', 'require_approval', { fact: 'margin', operator: 'lessThan', value: 15 }),
		rule('discount', 'require_approval', { fact: 'discount', operator: 'greaterThan', value: 10 }),
		rule('overdue', 'require_approval', {
			all: [
				{ fact: 'overdueDays', operator: 'greaterThan', value: 14 },
				{ fact: 'tier', operator: 'in', value: ['C', 'D'] },
			],
		}),
		rule('new-and-big', 'require_approval', {
			all: [
				{ fact: 'isNewCustomer', operator: 'equal', value: true },
				{
					any: [
						{ fact: 'exposure', operator: 'greaterThanInclusive', value: 50 },
						{ fact: 'lines', operator: 'greaterThan', value: 25 },
					],
				},
			],
		}),
		rule('abroad', 'require_approval', {
			all: [
				{ fact: 'country', operator: 'notIn', value: ['DE', 'AT', 'CH'] },
				{ fact: 'discount', operator: 'greaterThanInclusive', value: 5 },
			],
		}),
		rule('many-lines', 'require_approval', { fact: 'lines', operator: 'greaterThan', value: 60 }),
	],
	default: { outcome: 'auto_approve', slaClass: 'standard' },
	examples: [],
};

function rule(
	id: string,
	outcome: PolicyOutcome,
	when: Policy['rules'][number]['when'],
): Policy['rules'][number] {
	return { id, outcome, when, reason: `Rule ${id}: margin {{margin}}, discount {{discount}}` };
}

/** Decides by the engine alone: its own operators, built once, and no word about why. */
export function rawEngine(): (facts: Facts) => Promise<PolicyOutcome> {
	const engine = new Engine(
		tenRules.rules.map(({ when, outcome }) => ({
			// Conditions of these rules are written as the engine writes them.
			conditions: ('fact' in when ? { all: [when] } : when) as { all: [] },
			event: { type: 'matched', params: { outcome } },
		})),
	);
	return async (facts) => {
		const { events } = await engine.run(facts);
		const outcomes = events.map(({ params }) =>
			policyOutcomes.indexOf(params?.['outcome'] as PolicyOutcome),
		);
		return policyOutcomes[Math.max(-1, ...outcomes)] ?? tenRules.default.outcome;
	};
}

/** Facts of the ten rules, with the types that a program would give them. */
export interface TypedFacts {
	margin: number;
	discount: number;
	overdueDays: number;
	exposure: number;
	lines: number;
	tier: string;
	country: string;
	isNewCustomer: boolean;
}

/** Decides as somebody would program it who knows the ten rules and never changes them. */
export function byHand(facts: TypedFacts): PolicyOutcome {
	const { margin, overdueDays, exposure, tier, country } = facts;
	if (margin < -20 || country === 'XA' || country === 'XB') return 'reject';
	if (exposure > 120 || (overdueDays > 60 && tier !== 'A')) return 'escalate';
	return isForPeople(facts) || isUnusual(facts) ? 'require_approval' : 'auto_approve';
}

function isForPeople({ margin, discount, overdueDays, lines, tier }: TypedFacts): boolean {
	const isOverdue = overdueDays > 14 && (tier === 'C' || tier === 'D');
	return margin < 15 || discount > 10 || lines > 60 || isOverdue;
}

function isUnusual(facts: TypedFacts): boolean {
	const { discount, exposure, lines, country, isNewCustomer } = facts;
	if (isNewCustomer && (exposure >= 50 || lines > 25)) return true;
	return discount >= 5 && country !== 'DE' && country !== 'AT' && country !== 'CH';
}

/** The same facts for the same seed, about half of which are routine. */
export function seededFacts(count: number, seed: number): TypedFacts[] {
	const chance = seededChance(seed);
	const between = (low: number, high: number) =>
		Math.round((low + chance() * (high - low)) * 100) / 100;
	const oneOf = <T>(...values: readonly [T, ...T[]]): T =>
		values[Math.floor(chance() * values.length)] ?? values[0];
	return Array.from({ length: count }, () => ({
		margin: chance() < 0.02 ? between(-60, 0) : between(10, 45),
		discount: between(0, 12),
		overdueDays: chance() < 0.8 ? 0 : Math.round(between(1, 90)),
		exposure: between(0, 125),
		lines: Math.round(between(1, 64)),
		tier: oneOf('A', 'B', 'C', 'D'),
		country: chance() < 0.01 ? oneOf('XA', 'XB') : oneOf('DE', 'DE', 'DE', 'AT', 'CH', 'FR', 'PL'),
		isNewCustomer: chance() < 0.1,
	}));
}

/** Numbers from 0 up to 1, always the same for a seed (mulberry32). */
function seededChance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
