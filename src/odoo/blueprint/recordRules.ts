import { type BlueprintRecord, ref } from './BlueprintRecord';

const everything = '[(1, "=", 1)]';

/** What somebody has asked for, or looks after in the manual queue. */
function own(path: string): string {
	return `['|', ('${path}x_requester_id', '=', user.id), ('${path}x_owner_id', '=', user.id)]`;
}

/** Which records people see of a model they may read: their own, unless they approve. */
const rules: ReadonlyArray<
	[name: string, model: string, groups: readonly string[], domain: string]
> = [
	['case_requested', 'case', ['base.group_user'], own('')],
	['case_all', 'case', ['group_approver', 'group_integration'], everything],
	['event_requested', 'event', ['base.group_user'], own('x_case_id.')],
	['event_all', 'event', ['group_approver', 'group_integration'], everything],
	['decision_requested', 'decision', ['base.group_user'], own('x_case_id.')],
	['decision_all', 'decision', ['group_approver', 'group_integration'], everything],
	['delegation_own', 'delegation', ['group_approver'], "[('x_user_id', '=', user.id)]"],
	['delegation_all', 'delegation', ['group_manager'], everything],
];

export const recordRules: BlueprintRecord[] = rules.map(([name, model, groups, domain]) => ({
	name: `record_rule_${name}`,
	model: 'ir.rule',
	values: {
		name: `Approvals: ${name.replace('_', ', ')}`,
		model_id: ref(`model_${model}`),
		domain_force: domain,
		groups: { refs: groups },
		active: true,
	},
}));
