import { reasonCodes, reasonCodeWords } from '../../../domain/case/reasonCodes';
import type { Act, Decision } from '../../../domain/case/vocabulary';
import { field, type ModelDescription, selection } from './modelRecords';

const decisionWords: Record<Decision, string> = {
	approved: 'Approve',
	rejected: 'Reject',
	sent_back: 'Send Back',
};

const actWords: Record<Act, string> = {
	abstained: 'Leave to the Others',
	forwarded: 'Forward',
	recalled: 'Take Back',
	expedited: 'Mark as Urgent',
};

const user = { relation: 'res.users', on_delete: 'restrict' };

/**
 * What people say of a case in Odoo: they create one of these, and the ledger decides if it counts.
 * It holds a decision or an act, never both.
 */
export const decisionModel: ModelDescription = {
	key: 'decision',
	label: 'Approval Decision',
	order: 'id desc',
	fields: [
		field('many2one', 'x_case_id', 'Case', {
			relation: 'x_approval_case',
			on_delete: 'restrict',
			required: true,
		}),
		selection('x_decision', 'Decision', decisionWords, { required: false }),
		selection('x_act', 'Act', actWords),
		field('many2one', 'x_forward_to_id', 'Forward To', user),
		field('many2many', 'x_eligible_ids', 'Who Could Decide', {
			relation: 'res.users',
			related: 'x_case_id.x_eligible_ids',
			store: false,
			// Or saving a decision would write the case.
			readonly: true,
		}),
		selection(
			'x_reason_kind',
			'Kind of Reason',
			Object.fromEntries(reasonCodes.map((code) => [code, reasonCodeWords[code]])),
		),
		field('text', 'x_reason', 'Reason'),
		// An attempt that is on record, though it came to nothing.
		field('char', 'x_refusal', 'Refused Because'),
	],
};
