import type { Area } from '../../domain/areas/Area';
import { automationRecords, code, codeAction } from './actions';
import type { BlueprintRecord } from './BlueprintRecord';
import type { OdooDialect } from './OdooDialect';

/** What an area adds: the rule that notices a record which asks, and the button that asks again. */
export function areaRecords(
	{ id, label, model, trigger }: Pick<Area, 'id' | 'label' | 'model' | 'trigger'>,
	dialect: OdooDialect,
): BlueprintRecord[] {
	const subject = { modelNamed: model };
	return [
		...automationRecords(
			{
				name: `area_${id}`,
				title: `Approvals: ${label}`,
				model: subject,
				trigger: 'on_create_or_write',
				narrowed: {
					filter_domain: trigger.domain,
					trigger_field_ids: { fieldsOf: model, named: trigger.fields },
				},
				code: code('area_saved.py', { AREA: id }),
			},
			dialect,
		),
		codeAction(
			`action_request_${id}`,
			`Request Approval: ${label}`,
			subject,
			code('request_approval.py', { AREA: id }),
			{ binding_model_id: subject },
		),
	];
}
