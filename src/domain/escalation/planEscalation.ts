import type { AuthorityMatrix } from '../authority/authority';
import { NoApproverError } from '../authority/errors';
import type { ApprovalNeed } from '../authority/findObjection';
import { resolveHighestLevel } from '../authority/resolveApprovers';
import type { SlaSection } from '../case/caseFile';
import type { CommandOf } from '../case/commands';
import type { DirectoryUser } from '../case/person';
import { startClock } from '../sla/slaClock';
import type { NextRung } from './ladder';

/** Share of a rung's time after which its people are warned, in percent. */
const WARN_PERCENT = 75;

export interface OverdueCase {
	caseId: number;
	sla: SlaSection;
	/** What has to be approved, and whom other steps have; the role is the rung's. */
	need: Omit<ApprovalNeed, 'role' | 'at' | 'otherSteps'> &
		Required<Pick<ApprovalNeed, 'otherSteps'>>;
}

/**
 * What to do about a case that nobody decided in time: ask the people of the next rung, or hand over
 * to the approval managers when the ladder has ended or nobody is left on the rung. A rung is one
 * step: where its role has several levels, the highest is asked.
 *
 * @param directory the users behind the matrix's logins, groups and fields
 * @param now ISO 8601
 */
export function planEscalation(
	{ caseId, sla, need }: OverdueCase,
	rung: NextRung,
	matrix: AuthorityMatrix,
	directory: readonly DirectoryUser[],
	now: string,
): CommandOf<'escalate'> {
	const base = { command: 'escalate', caseId, level: rung.level } as const;
	const overdue = `Nobody decided by ${sla.dueAt}`;
	const handOver = (why: string) =>
		({
			...base,
			kind: 'exhausted',
			step: null,
			warnAt: null,
			dueAt: null,
			reason: `${overdue}, and ${why}`,
		}) as const;
	if (rung.kind === 'exhausted') return handOver('the ladder has ended');

	try {
		const rungNeed = { ...need, role: rung.role, at: now };
		const { steps } = resolveHighestLevel(rungNeed, matrix, directory);
		const { warnAt, dueAt } = startClock({
			class: sla.class,
			targets: { [sla.class]: rung.workingMinutes },
			calendar: sla.calendar,
			warnPercent: WARN_PERCENT,
			now,
		});
		const reason = `${overdue}: ${rung.role} is asked now`;
		return { ...base, kind: 'ask', step: steps[0] ?? null, warnAt, dueAt, reason };
	} catch (error) {
		if (error instanceof NoApproverError)
			return handOver(`nobody is left to ask: ${error.message}`);
		throw error;
	}
}
