import { type BlueprintRecord, ref } from './BlueprintRecord';
import type { OdooDialect } from './OdooDialect';

/**
 * Who may do what: approvers read cases and decide, managers also look after events, and the
 * integration user runs the ledger; in the last group it also makes automation rules through it.
 */
export function groupRecords({ hasPrivileges }: OdooDialect): BlueprintRecord[] {
	const privilege = hasPrivileges ? { privilege_id: ref('privilege_approvals') } : {};
	return [
		...(hasPrivileges ? [privilegeRecord] : []),
		{
			name: 'group_approver',
			model: 'res.groups',
			values: {
				name: 'Approver',
				implied_ids: { refs: ['base.group_user'] },
				...privilege,
			},
		},
		{
			name: 'group_manager',
			model: 'res.groups',
			values: {
				name: 'Approval Manager',
				implied_ids: { refs: ['group_approver'] },
				...privilege,
			},
		},
		{
			name: 'group_integration',
			model: 'res.groups',
			values: { name: 'Approval Integration', implied_ids: { refs: ['base.group_user'] } },
		},
		{
			name: 'group_rule_author',
			model: 'res.groups',
			values: { name: 'Approval Rules: May Create', implied_ids: { refs: ['group_integration'] } },
		},
	];
}

const privilegeRecord: BlueprintRecord = {
	name: 'privilege_approvals',
	model: 'res.groups.privilege',
	values: { name: 'Approvals', category_id: ref('base.module_category_productivity') },
};
