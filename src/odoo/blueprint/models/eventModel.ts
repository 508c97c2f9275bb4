import type { CaseEventType } from '../../../domain/case/vocabulary';
import { field, type FieldDescription, type ModelDescription, selection } from './modelRecords';

const typeWords: Record<CaseEventType, string> = {
	opened: 'Opened',
	waiting: 'Waiting for People',
	voted: 'Vote',
	vote_refused: 'Vote Refused',
	abstained: 'Left to the Others',
	forwarded: 'Forwarded',
	taken_over: 'Taken Over',
	step_approved: 'Step Approved',
	approved: 'Approved',
	rejected: 'Rejected',
	sent_back: 'Sent Back',
	recalled: 'Taken Back',
	expedited: 'Marked as Urgent',
	nudged: 'Reminder or Warning',
	postponed: 'Put Off',
	escalated: 'Escalated',
	exhausted: 'Escalation Ended',
	superseded: 'Superseded',
	released: 'Carried Out',
	kept: 'Left as It Was',
	not_released: 'Refused by Odoo',
	clock_set: 'Clock',
	release_refused: 'Attempt to Release',
	noted: 'Note',
};

/**
 * A column of the case, to group events by. It is looked up and not kept, so that nothing is ever
 * written to an event.
 */
function ofCase(
	type: 'char' | 'many2one',
	name: string,
	label: string,
	relation = '',
): FieldDescription {
	const path = `x_case_id.${name}`;
	return field(type, name, label, { relation, related: path, store: false, readonly: true });
}

/** One line of a case's trail: append-only, each chained to the one before by its hash. */
export const eventModel: ModelDescription = {
	key: 'event',
	label: 'Approval Event',
	order: 'id',
	fields: [
		field('many2one', 'x_case_id', 'Case', {
			relation: 'x_approval_case',
			on_delete: 'restrict',
			required: true,
			index: true,
		}),
		field('integer', 'x_seq', 'No.'),
		selection('x_type', 'Event', typeWords),
		field('datetime', 'x_at', 'When'),
		field('many2one', 'x_actor_id', 'Who', { relation: 'res.users', on_delete: 'restrict' }),
		field('text', 'x_payload', 'Payload'),
		field('char', 'x_previous_hash', 'Previous Hash'),
		field('char', 'x_hash', 'Hash'),
		ofCase('char', 'x_area_label', 'Matter'),
		ofCase('char', 'x_policy_id', 'Policy'),
		ofCase('char', 'x_policy_version', 'Policy Version'),
		ofCase('many2one', 'x_company_id', 'Company', 'res.company'),
		ofCase('many2one', 'x_partner_id', 'Customer or Supplier', 'res.partner'),
	],
};
