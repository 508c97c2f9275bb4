import type { IExecuteFunctions } from 'n8n-workflow';
import { eventDataSchemas } from '../../src/domain/case/caseEvents';
import type { CaseView } from '../../src/domain/case/caseView';
import { DomainError } from '../../src/domain/errors';
import type { EscalateCommand, Escalation } from '../../src/domain/escalation/Escalation';
import { planEscalation } from '../../src/domain/escalation/planEscalation';
import { checkClock } from '../../src/domain/sla/slaClock';
import { findAuthority } from '../../src/n8n/findAuthority';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { readEscalation, type EscalationSettings } from './readEscalation';

const ESCALATED = 0;
const EXHAUSTED = 1;
/** People answer a case now and then, not time after time while it is escalated. */
const MOST_ATTEMPTS = 5;

/** The case changed each time before it could be escalated. */
export class EscalationLostError extends DomainError {
	readonly code = 'ESCALATION_LOST';
}

/**
 * Climbs the next rung of the ladder for a case that nobody decided in time.
 *
 * A case that was decided meanwhile, or that n8n woke before its time, goes back to Approval Route as
 * it is. What is planned is planned on the case as Odoo has it: an answer given meanwhile wins.
 */
export async function escalateCase(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { routing } = readCaseFile(context, itemIndex, ['routing']);
	const settings = readEscalation(context, itemIndex);
	const ledger = await ledgerFrom(context, itemIndex);
	for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
		const { case: view } = await ledger.execute<'show'>({
			command: 'show',
			caseId: routing.caseId,
		});
		const now = new Date().toISOString();
		const isLeftAlone = view.state !== 'pending' || view.exhausted;
		if (isLeftAlone || !view.sla || checkClock(view.sla, now) === 'on_time') {
			return emission(context, itemIndex, view, null);
		}
		const command = await plan(context, ledger, {
			...settings,
			view: { ...view, sla: view.sla },
			now,
		});
		if (!command) return emission(context, itemIndex, view, null);
		const { status, case: after } = await ledger.execute<'escalate'>(command);
		if (status === 'changed') continue;
		return emission(context, itemIndex, after, status === 'escalated' ? command : null);
	}
	throw new EscalationLostError(
		`${routing.caseName} changed each time before it could be escalated; the next look at it tries again`,
	);
}

async function plan(
	context: IExecuteFunctions,
	ledger: Ledger,
	{ authority, queueOwner, ...known }: EscalationSettings & Pick<Escalation, 'view' | 'now'>,
): Promise<EscalateCommand | null> {
	const { view } = known;
	const subject = { area: view.area, model: view.model, id: view.recordId };
	const logins = queueOwner === '' ? [] : [queueOwner];
	const { matrix, users } = await findAuthority(ledger, authority, subject, logins);
	const owner = users.find(({ login }) => login === queueOwner);
	if (queueOwner !== '' && !owner) {
		// Whoever has left the house must not keep cases from going on.
		context.addExecutionHints({
			message: `"${queueOwner}", who is to look after the manual queue, is no active user in Odoo; an approval manager does.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return planEscalation({ ...known, matrix, directory: users, ownerId: owner?.id ?? null });
}

/** What the case in Odoo says now: also when an earlier run of this execution climbed the rung. */
function emission(
	context: IExecuteFunctions,
	itemIndex: number,
	view: CaseView,
	command: EscalateCommand | null,
): Emission {
	const { routing, escalation } = readCaseFile(context, itemIndex, ['routing']);
	const { step, round, steps, escalationLevel: level, exhausted } = view;
	const isAskedAnew = round !== routing.round;
	return {
		output: exhausted && view.state === 'pending' ? EXHAUSTED : ESCALATED,
		json: withSections(context, itemIndex, {
			// Links of the round before no longer decide; Approval Route makes the new ones.
			routing: { ...routing, step, round, steps, ...(isAskedAnew && { approvers: [] }) },
			sla: view.sla ?? undefined,
			escalation: command
				? {
						level,
						exhausted,
						action: command.action,
						at: view.trail.at(-1)?.at ?? new Date().toISOString(),
						reason: command.reason,
						to: toldBy(view, command),
					}
				: escalation,
		}),
	};
}

const telling = eventDataSchemas.nudged.pick({ to: true });

/** Whom the rung turned to, for the analyst's own pager or chat. */
function toldBy({ trail, approvers, owner }: CaseView, { action, step }: EscalateCommand) {
	if (action === 'queue') return owner ? [owner] : [];
	if (step) return approvers.map(({ id, name }) => ({ id, name }));
	return telling.safeParse(trail.at(-1)?.data).data?.to ?? [];
}
