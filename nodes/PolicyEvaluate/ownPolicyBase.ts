import type { Policy } from '../../src/domain/policy/policy';

/** A policy without rules for an area of one's own: whatever no rule says is left to people. */
export function ownPolicyBase(area: string, facts: Policy['facts']): Policy {
	return {
		id: 'my-policy',
		version: '1',
		area,
		facts,
		rules: [],
		default: { outcome: 'require_approval', slaClass: 'standard' },
		examples: [],
	};
}
