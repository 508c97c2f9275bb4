import { z } from 'zod';
import { clockActions, type ClockAction } from '../case/vocabulary';
import { targetMinutesSchema } from '../sla/slaSection';

/** What a rung does; putting it off is not for an analyst to choose. */
export const rungActions = clockActions.filter(
	(action): action is Exclude<ClockAction, 'postpone'> => action !== 'postpone',
);
export type RungAction = (typeof rungActions)[number];

/** Those that need somebody to turn to, by the role that the authority matrix gives them. */
const rolesNeeded: readonly RungAction[] = ['warn', 'page', 'ask'];

const rungSchema = z
	.object({
		action: z.enum(rungActions as [RungAction, ...RungAction[]]),
		/** Whom to turn to: a role of the authority matrix. */
		role: z.string().trim().default(''),
		/** Climbed at a warning of the clock, or only once the case is due. */
		at: z.enum(['warning', 'due']).default('due'),
		/** Working time until the next rung, for one that is climbed when the case is due. */
		workingMinutes: targetMinutesSchema,
		/** SLA classes that it is for; empty for all. */
		slaClasses: z.array(z.string()).default([]),
		/** Least risk, as the policy sees it, of the cases that it is for. */
		fromRisk: z.number().nonnegative().default(0),
	})
	.refine(({ action, role }) => role !== '' || !rolesNeeded.includes(action), {
		path: ['role'],
		message: 'name the role to turn to',
	});

/** What happens when nobody decides in time, from the first rung to the last; each once. */
export const ladderSchema = z.array(rungSchema).max(50);

export type Rung = z.infer<typeof rungSchema>;
export type Ladder = readonly Rung[];

/** What decides which rung comes next. */
export interface ClimbingNeed {
	/** Rungs behind the case: climbed, or not meant for it. */
	level: number;
	slaClass: string;
	riskScore: number;
	isDue: boolean;
	/** Warnings of the clock that have come. */
	warnings: number;
}

/** A rung with its place in the ladder, from 1. */
export interface PlacedRung {
	level: number;
	rung: Rung;
}

/** Rungs that may be climbed now, the next one first; none while the clock gives no reason to. */
export function rungsToClimb(ladder: Ladder, need: ClimbingNeed): PlacedRung[] {
	const meant = ladder
		.map((rung, index) => ({ level: index + 1, rung }))
		.filter(({ rung }) => isMeantFor(rung, need));
	// Once a case is due it is too late to warn.
	if (need.isDue) return meant.filter(({ level, rung }) => level > need.level && rung.at === 'due');
	return meant
		.filter(({ rung }) => rung.at === 'warning')
		.slice(0, need.warnings)
		.filter(({ level }) => level > need.level)
		.slice(0, 1);
}

function isMeantFor({ slaClasses, fromRisk }: Rung, { slaClass, riskScore }: ClimbingNeed) {
	return (slaClasses.length === 0 || slaClasses.includes(slaClass)) && riskScore >= fromRisk;
}

/** Whether the due time has come; a wait that was woken before it goes back to waiting. */
export function isDue({ dueAt }: { dueAt: string }, now: string): boolean {
	return Date.parse(now) >= Date.parse(dueAt);
}
