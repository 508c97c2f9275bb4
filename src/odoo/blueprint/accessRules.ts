import { type BlueprintRecord, ref } from './BlueprintRecord';

type Right = 'read' | 'write' | 'create' | 'unlink';

/**
 * Rights on our models, by group. Only the ledger writes, with rights of its own; a decision is made
 * by creating one. What no group is named for, nobody may do, administrators included.
 */
const rights: ReadonlyArray<[model: string, group: string, ...rights: Right[]]> = [
	['case', 'base.group_user', 'read'],
	['case', 'group_approver', 'read'],
	['case', 'group_integration', 'read'],
	['event', 'base.group_user', 'read'],
	['event', 'group_approver', 'read'],
	['event', 'group_integration', 'read'],
	['decision', 'base.group_user', 'read', 'create'],
	['decision', 'group_approver', 'read', 'create'],
	['decision', 'group_integration', 'read'],
	['delegation', 'group_approver', 'read', 'write', 'create', 'unlink'],
	['authority', 'group_manager', 'read'],
	// Whoever approves must not set their own limits.
	['authority', 'base.group_system', 'read', 'write', 'create', 'unlink'],
	['outbox', 'group_manager', 'read'],
	['outbox', 'group_integration', 'read'],
	// It holds the keys that Odoo signs with, which an administrator could read anyway.
	['subscription', 'base.group_system', 'read'],
	['blueprint', 'group_integration', 'read'],
	['blueprint', 'base.group_system', 'read', 'write', 'create'],
];

/** Access rights as Odoo up to 19 keeps them, in `ir.model.access`. */
export function accessRecords(): BlueprintRecord[] {
	return rights.map(([model, group, ...given]) => ({
		name: `access_${model}_${group.replace('.', '_')}`,
		model: 'ir.model.access',
		values: {
			name: `Approval ${model}: ${group}`,
			model_id: ref(`model_${model}`),
			group_id: ref(group),
			active: true,
			perm_read: given.includes('read'),
			perm_write: given.includes('write'),
			perm_create: given.includes('create'),
			perm_unlink: given.includes('unlink'),
		},
	}));
}
