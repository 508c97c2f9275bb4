import type { Decision } from '../../../domain/case/vocabulary';
import { field, type ModelDescription, selection } from './modelRecords';

const decisionWords: Record<Decision, string> = {
	approved: 'Approve',
	rejected: 'Reject',
	sent_back: 'Send Back',
};

/** How people decide in Odoo: they create one of these, and the ledger decides if it counts. */
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
		selection('x_decision', 'Decision', decisionWords, { required: true }),
		field('char', 'x_reason_code', 'Reason Code'),
		field('text', 'x_reason', 'Reason'),
	],
};
