import { z } from 'zod';
import type { OdooClient } from '../OdooClient';

/** What versions of Odoo call differently. Found by looking, since stable versions change too. */
export interface OdooDialect {
	/** Field for the groups of an action, a menu or a user. */
	groupsField: 'group_ids' | 'groups_id';
	/** Whether groups of one matter are gathered under a privilege (19 and later). */
	hasPrivileges: boolean;
	/** Whether Odoo makes up the name of an automation's action itself (18 and before). */
	namesAutomationActions: boolean;
	/** Field for whom a favourite of the search belongs to; everybody sees it when it is empty. */
	filterOwnersField: 'user_ids' | 'user_id';
}

const names = z.record(z.unknown());

/** Looks at the fields of the models that we provision. Needs an administrator's credential. */
export async function detectDialect(client: OdooClient): Promise<OdooDialect> {
	const read = async (model: string, allfields: string[]) => {
		const found = await client.call(
			model,
			'fields_get',
			{ allfields, attributes: ['type'] },
			names,
		);
		return Object.keys(found);
	};
	const [action, group, filter] = await Promise.all([
		read('ir.actions.server', ['group_ids', 'groups_id']),
		read('res.groups', ['privilege_id']),
		read('ir.filters', ['user_ids', 'user_id']),
	]);
	const hasPrivileges = group.includes('privilege_id');
	return {
		groupsField: action.includes('group_ids') ? 'group_ids' : 'groups_id',
		hasPrivileges,
		namesAutomationActions: !hasPrivileges,
		filterOwnersField: filter.includes('user_ids') ? 'user_ids' : 'user_id',
	};
}
