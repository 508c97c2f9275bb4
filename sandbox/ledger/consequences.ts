import { askedNow } from '../../src/domain/case/ApprovalCase';
import type { CaseEvent } from '../../src/domain/case/caseEvents';
import { approvalGroups } from '../models/approvals';
import { escapeHtml, postMessage } from '../models/messages';
import type { Environment } from '../orm/Environment';
import { textIn } from '../orm/rowValues';
import { ask, takeBack } from './activities';
import { append, type KeptCase } from './caseStore';
import { announce } from './outboxRows';
import { membersOf } from './people';

const decided = { approved: 'Approved', rejected: 'Rejected', sent_back: 'Sent back' };

/** Appends events to a case and does in Odoo what follows from each: tasks, notes, news. */
export function record(env: Environment, caseId: number, events: readonly CaseEvent[]): KeptCase {
	const kept = append(env.database, caseId, events);
	for (const event of events) follow(env, kept, event);
	return kept;
}

function follow(env: Environment, kept: KeptCase, event: CaseEvent): void {
	switch (event.type) {
		case 'opened':
		case 'step_approved':
		case 'escalated':
			takeBack(env, kept.id);
			ask(env, kept, askedNow(kept.state), `Decide on ${textIn(kept.row, 'x_name')}`);
			break;
		case 'exhausted':
			askManagers(env, kept);
			break;
		case 'voted':
			takeBack(env, kept.id, event.actor?.id);
			if (event.data.channel === 'odoo' && kept.state.state !== 'pending') announce(env, kept);
			break;
		case 'superseded':
			announce(env, kept);
			break;
		default:
			break;
	}
	if (kept.state.state !== 'pending') takeBack(env, kept.id);
	tell(env, kept, event);
}

function askManagers(env: Environment, kept: KeptCase): void {
	const managers = membersOf(env.database, approvalGroups.manager);
	ask(env, kept, managers, `Nobody decided on ${textIn(kept.row, 'x_name')}`);
}

/** Writes what people should read to the chatter of the case, or of the record it is about. */
function tell(env: Environment, kept: KeptCase, event: CaseEvent): void {
	const { id, state } = kept;
	switch (event.type) {
		case 'escalated':
		case 'exhausted':
			post(env, 'x_approval_case', id, escapeHtml(event.data.reason));
			break;
		case 'noted':
			post(env, 'x_approval_case', id, escapeHtml(event.data.text));
			break;
		case 'released':
		case 'kept':
		case 'not_released':
			post(env, state.model, state.recordId, outcomeNote(kept, event.type, event.data.message));
			break;
		default:
			break;
	}
}

function outcomeNote({ row, state }: KeptCase, outcome: string, message: string | null): string {
	const word = state.state in decided ? decided[state.decision?.decision ?? 'approved'] : 'Decided';
	const said = message ?? state.decision?.reason;
	const parts = [
		`<p><b>${escapeHtml(`${word} by ${state.decision?.by?.name ?? 'policy'}`)}</b>`,
		outcome === 'not_released' ? ', but Odoo did not carry it out' : '',
		said ? `: ${escapeHtml(said)}` : '',
		`<br/>${escapeHtml(`Case ${textIn(row, 'x_name')}, trail ${textIn(row, 'x_last_hash')}`)}</p>`,
	];
	return parts.join('');
}

function post(env: Environment, model: string, recordId: number, body: string): void {
	postMessage(env, model, recordId, {
		body,
		bodyIsHtml: true,
		messageType: 'notification',
		subtype: 'mail.mt_note',
	});
}
