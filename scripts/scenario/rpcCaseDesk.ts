import { recordIds } from '../../src/odoo/recordIds';
import type { CaseDesk } from './Stage';

/** Approvers who decide in Odoo over its API: what the button on the case does. */
export const rpcCaseDesk: CaseDesk = {
	async decide({ odoo }, caseId, { decision, reason, reasonCode }) {
		const said = { x_reason: reason ?? false, x_reason_kind: reasonCode ?? false };
		const vals = { x_case_id: caseId, x_decision: decision, ...said };
		await odoo.call('x_approval_decision', 'create', { vals_list: [vals] }, recordIds);
	},
};
