import type { AuthorityMatrix } from '../authority/authority';
import type { CaseView } from '../case/caseView';
import type { CommandOf } from '../case/commands';
import type { DirectoryUser } from '../case/person';
import type { SlaSection } from '../sla/slaSection';
import type { Ladder } from './ladder';
import type { QuietHours } from './quietHours';

/** A case that nobody decides, and all that says what the clock does about it. */
export interface Escalation {
	/** The case as Odoo has it now. */
	view: CaseView & { sla: SlaSection };
	ladder: Ladder;
	matrix: AuthorityMatrix;
	/** The users behind the matrix's logins, groups and fields. */
	directory: readonly DirectoryUser[];
	/** When nobody is disturbed, unless the desk on duty is paged. */
	quietHours: QuietHours | null;
	/** Least time between two reminders about one case, in minutes. */
	reminderGapMinutes: number;
	/** Who looks after cases in the manual queue; `null` for an approval manager. */
	ownerId: number | null;
	/** ISO 8601. */
	now: string;
}

export type EscalateCommand = CommandOf<'escalate'>;

/** What every command about the case has, until it says more. */
export function commandFor({ view, ownerId }: Escalation, level: number) {
	return {
		command: 'escalate',
		caseId: view.id,
		version: view.version,
		level,
		step: null,
		toIds: [] as number[],
		ownerId,
	} as const;
}

/** Leaves the case to one person. */
export function handOver(escalation: Escalation, level: number, why: string): EscalateCommand {
	return {
		...commandFor(escalation, level),
		action: 'queue',
		sla: null,
		reason: `${overdue(escalation)}, and ${why}`,
	};
}

export function overdue({ view }: Escalation): string {
	return `Nobody decided by ${view.sla.dueAt}`;
}
