import { amount } from './fields';
import { relatedRecords } from './related';

/**
 * The newest approval in an area that released the subject, if one did. Goes under the name
 * `releasedBefore`.
 */
export function releasedBy(area: string, model: string) {
	return relatedRecords(
		{
			name: 'releasedBefore',
			what: 'earlier approvals',
			model: 'x_approval_case',
			domain: [
				['x_model', '=', model],
				['x_res_id', 'in', { of: 'id' }],
				['x_area', '=', area],
				['x_state', '=', 'approved'],
				['x_outcome', 'in', ['released', 'kept']],
			],
		},
		{ x_amount: amount },
		{ order: 'id desc', limit: 1 },
	);
}
