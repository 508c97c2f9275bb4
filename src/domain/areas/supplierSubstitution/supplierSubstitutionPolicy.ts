import type { Condition } from '../../policy/condition';
import type { Policy } from '../../policy/policy';
import { supplierSubstitutionFactDeclarations } from './supplierSubstitutionFacts';

const usual = {
	isSubstitution: false,
	orderAmount: 1_800,
	currency: 'EUR',
	abovePreferredPercent: null,
	isJustified: false,
	substitutions90Days: 0,
};
const substituted = {
	...usual,
	isSubstitution: true,
	abovePreferredPercent: 2,
	isJustified: true,
};

const ofSubstitutions = (when: Condition): Condition => ({
	all: [{ fact: 'isSubstitution', operator: 'equal', value: true }, when],
});

/** A starting point: orders with the preferred supplier pass, and others where they cost little more. */
export const supplierSubstitutionPolicy: Policy = {
	id: 'supplier-substitution',
	version: '1',
	area: 'supplier_substitution',
	currency: 'company',
	facts: supplierSubstitutionFactDeclarations,
	rules: [
		{
			id: 'much-dearer',
			when: ofSubstitutions({
				fact: 'abovePreferredPercent',
				operator: 'greaterThan',
				value: 20,
			}),
			outcome: 'escalate',
			reason:
				'A price is {{abovePreferredPercent}} above that of the preferred supplier, more than 20 %',
			role: 'finance',
		},
		{
			id: 'unjustified',
			when: ofSubstitutions({ fact: 'isJustified', operator: 'equal', value: false }),
			outcome: 'require_approval',
			reason: 'Another supplier is preferred, and nobody has written down why not',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'dearer',
			when: ofSubstitutions({ fact: 'abovePreferredPercent', operator: 'greaterThan', value: 5 }),
			outcome: 'require_approval',
			reason:
				'A price is {{abovePreferredPercent}} above that of the preferred supplier, more than 5 %',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
		{
			id: 'often-substituted',
			when: ofSubstitutions({ fact: 'substitutions90Days', operator: 'greaterThan', value: 2 }),
			outcome: 'require_approval',
			reason: 'Other orders with another than the preferred supplier: {{substitutions90Days}}',
			role: 'purchase_manager',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'purchase_manager', slaClass: 'standard' },
	examples: [
		{
			name: 'An order with the preferred supplier passes',
			facts: usual,
			outcome: 'auto_approve',
		},
		{
			name: 'A justified substitution passes',
			facts: substituted,
			outcome: 'auto_approve',
		},
		{
			name: 'A substitution a little dearer passes',
			facts: { ...substituted, abovePreferredPercent: 5 },
			outcome: 'auto_approve',
		},
		{
			name: 'A dearer substitution needs approval',
			facts: { ...substituted, abovePreferredPercent: 5.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A substitution that nobody justified needs approval',
			facts: { ...substituted, isJustified: false },
			outcome: 'require_approval',
		},
		{
			name: 'A much dearer substitution goes to finance',
			facts: { ...substituted, abovePreferredPercent: 20.01 },
			outcome: 'escalate',
		},
		{
			name: 'One substitution after the other needs approval',
			facts: { ...substituted, substitutions90Days: 3 },
			outcome: 'require_approval',
		},
		{
			name: 'A substitution that cannot be compared needs approval',
			facts: { ...substituted, abovePreferredPercent: null },
			outcome: 'require_approval',
		},
		{
			name: 'Where price lists are not known, people decide',
			facts: { ...usual, isSubstitution: null },
			outcome: 'require_approval',
		},
	],
};
