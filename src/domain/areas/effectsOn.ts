import type { Facts } from '../case/caseFile';
import type { Effect } from '../case/commands';
import type { Area, Effects } from './Area';

/** Leaves the record as it is; the trail and the record's chatter tell what was decided. */
export const leaveIt: Effect = { method: null, context: {}, expect: null };

/** What decisions on a record do, by what was known of it when it asked. */
export function effectsOn({ effects, again }: Area, facts: Facts): Effects {
	return again && facts[again.fact] === true ? again.effects : effects;
}
