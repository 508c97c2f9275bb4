import { detectDialect } from '../../../src/odoo/blueprint/OdooDialect';
import { json, scriptedClient } from '../odoo/scriptedSend';

describe('what a version of Odoo calls differently', () => {
	it.each([
		{
			version: 19,
			fields: [{ group_ids: {} }, { privilege_id: {} }, { user_ids: {} }],
			dialect: {
				groupsField: 'group_ids',
				hasPrivileges: true,
				namesAutomationActions: false,
				filterOwnersField: 'user_ids',
			},
		},
		{
			version: 18,
			fields: [{ groups_id: {} }, {}, { user_id: {} }],
			dialect: {
				groupsField: 'groups_id',
				hasPrivileges: false,
				namesAutomationActions: true,
				filterOwnersField: 'user_id',
			},
		},
	])('is found by its fields: $version', async ({ fields, dialect }) => {
		const { client } = scriptedClient(fields.map((found) => json(found)));
		expect(await detectDialect(client)).toEqual(dialect);
	});
});
