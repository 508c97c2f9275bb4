import { NoApproverError } from '../authority/errors';
import type { ApprovalNeed } from '../authority/findObjection';
import { resolveHighestLevel, resolveNextLevel } from '../authority/resolveApprovers';
import type { ApprovalStep } from '../case/caseFile';
import { beginTerm } from '../sla/slaClock';
import { changeOf } from '../sla/slaSection';
import { commandFor, handOver, overdue, type EscalateCommand, type Escalation } from './Escalation';
import { isDue, type PlacedRung, type Rung } from './ladder';
import { otherStepsOf } from './otherStepsOf';
import { remindedSince } from './remindedSince';

/** What climbing a rung comes to: a command, or why it leads to nobody. */
export type Climb = { command: EscalateCommand } | { passedOver: string };

/**
 * Climbs one rung. Where others are asked instead it is one step: of a role with several levels, the
 * highest is asked.
 */
export function climbRung(escalation: Escalation, { level, rung }: PlacedRung): Climb {
	const { action, role } = rung;
	const why = isOverdue(escalation) ? overdue(escalation) : `Due at ${escalation.view.sla.dueAt}`;
	const base = { ...commandFor(escalation, level), sla: clockAfter(escalation, rung), action };
	switch (action) {
		case 'queue':
			return { command: handOver(escalation, level, 'it is left to one person') };
		case 'priority':
			return { command: { ...base, reason: `${why}: the case is urgent now` } };
		case 'remind':
			return { command: { ...base, ...reminder(escalation, why) } };
		case 'warn':
		case 'page':
			return found(
				() => toTell(escalation, role),
				({ approverIds }) => ({
					...base,
					toIds: approverIds,
					reason: `${why}: ${role} is ${action === 'warn' ? 'told' : 'paged'}`,
				}),
			);
		case 'ask':
		case 'next_level':
		case 'fallback':
			return found(
				() => toAsk(escalation, rung),
				(step) => ({ ...base, step, reason: `${why}: ${step.role} is asked now` }),
			);
	}
}

/** Makes the command for those who are found; a rung without anybody is passed over. */
function found(
	find: () => ApprovalStep | undefined,
	commandTo: (step: ApprovalStep) => EscalateCommand,
): Climb {
	try {
		const step = find();
		return step ? { command: commandTo(step) } : { passedOver: 'the role has no higher level' };
	} catch (error) {
		if (!(error instanceof NoApproverError)) throw error;
		return { passedOver: `nobody is left to ask: ${error.message}` };
	}
}

function toAsk(escalation: Escalation, { action, role }: Rung): ApprovalStep | undefined {
	const { view, matrix, directory } = escalation;
	const decides = {
		requesterId: view.requester.id,
		involvedIds: view.involvedIds,
		otherSteps: otherStepsOf(view),
	};
	const roles = { next_level: view.policy.role, fallback: null };
	const asked = action in roles ? roles[action as keyof typeof roles] : role;
	const resolve = action === 'next_level' ? resolveNextLevel : resolveHighestLevel;
	return resolve({ ...needOf(escalation, asked), ...decides }, matrix, directory).steps[0];
}

/** Whoever is only told decides nothing, so a part in the matter does not stand against it. */
function toTell(escalation: Escalation, role: string): ApprovalStep | undefined {
	const { view, matrix, directory } = escalation;
	const isTold = { requesterId: view.requester.id, involvedIds: [] };
	return resolveHighestLevel({ ...needOf(escalation, role), ...isTold }, matrix, directory)
		.steps[0];
}

function needOf(
	{ view: { area, amount, currency, facts }, now }: Escalation,
	role: string | null,
): Omit<ApprovalNeed, 'requesterId' | 'involvedIds'> {
	return { area, role, amount, currency, facts, at: now };
}

function reminder({ view, reminderGapMinutes, now }: Escalation, why: string) {
	const last = remindedSince(view.trail, now, reminderGapMinutes);
	if (last) return { toIds: [], reason: `${why}: they were reminded at ${last} already` };
	const voted = view.votes.map(({ actor }) => actor.id);
	const toIds = view.approvers.map(({ id }) => id).filter((id) => !voted.includes(id));
	return { toIds, reason: `${why}: those who are asked are reminded` };
}

/** Once it is due, a rung gives time of its own; a warning leaves the due time as it is. */
function clockAfter(escalation: Escalation, { workingMinutes }: Rung) {
	const { view, now } = escalation;
	if (!isOverdue(escalation)) return null;
	return changeOf(view.sla, beginTerm(view.sla, workingMinutes, now));
}

function isOverdue({ view, now }: Escalation): boolean {
	return isDue(view.sla, now);
}
