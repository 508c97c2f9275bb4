import { z } from 'zod';
import type { BlueprintRecord } from '../../../src/odoo/blueprint/BlueprintRecord';
import { BlueprintError } from '../../../src/odoo/blueprint/errors';
import { loadRecords } from '../../../src/odoo/blueprint/loadRecords';
import { References } from '../../../src/odoo/blueprint/References';
import { json, scriptedClient } from '../odoo/scriptedSend';

const approver: BlueprintRecord = {
	name: 'group_approver',
	model: 'res.groups',
	values: { name: 'Approver', implied_ids: { refs: ['base.group_user'] } },
};
const manager: BlueprintRecord = {
	name: 'group_manager',
	model: 'res.groups',
	values: { name: 'Manager', implied_ids: { refs: ['group_approver', 'base.group_user'] } },
};
const menu: BlueprintRecord = {
	name: 'menu',
	model: 'ir.ui.menu',
	values: { name: 'Approvals', sequence: 45, active: true, action: { actionOf: 'window' } },
};

const loaded = (...ids: number[]) => json({ ids, messages: [], nextrow: 0 });
const sentSchema = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.string())) });

const knowing = (ids: Record<string, number>) => {
	const references = new References();
	for (const [name, id] of Object.entries(ids)) references.remember(name, id);
	return references;
};

describe('loading records', () => {
	it('sends records of one kind together, with ids for references', async () => {
		const integration = { ...approver, name: 'group_integration' };
		const { client, requests } = scriptedClient([loaded(7, 8)]);
		await loadRecords(client, [approver, integration], knowing({ 'base.group_user': 3 }));

		expect(requests).toHaveLength(1);
		expect(requests[0]?.url).toBe('https://odoo.example.com/json/2/res.groups/load');
		expect(sentSchema.parse(JSON.parse(requests[0]?.body ?? ''))).toEqual({
			fields: ['id', 'name', 'implied_ids/.id'],
			data: [
				['n8n_approvals.group_approver', 'Approver', '3'],
				['n8n_approvals.group_integration', 'Approver', '3'],
			],
		});
	});

	it('waits for a record that another one of its kind points to', async () => {
		const { client, requests } = scriptedClient([loaded(7), loaded(8)]);
		await loadRecords(client, [approver, manager], knowing({ 'base.group_user': 3 }));

		const sent = requests.map(({ body = '' }) => sentSchema.parse(JSON.parse(body)).data);
		expect(sent[1]).toEqual([['n8n_approvals.group_manager', 'Manager', '3,7']]);
	});

	it('writes numbers, flags and actions as Odoo imports them', async () => {
		const { client, requests } = scriptedClient([loaded(9)]);
		await loadRecords(client, [menu], knowing({ window: 12 }));

		expect(sentSchema.parse(JSON.parse(requests[0]?.body ?? ''))).toEqual({
			fields: ['id', 'name', 'sequence', 'active', 'action'],
			data: [['n8n_approvals.menu', 'Approvals', '45', '1', 'ir.actions.act_window,12']],
		});
	});

	it('raises what Odoo said against it', async () => {
		const messages = [{ type: 'error', message: 'No such group' }];
		const { client } = scriptedClient([json({ ids: false, messages })]);
		const loading = loadRecords(client, [approver], knowing({ 'base.group_user': 3 }));

		await expect(loading).rejects.toThrow(BlueprintError);
		await expect(loading).rejects.toThrow('No such group');
	});

	it('raises what this Odoo does not have', async () => {
		const { client, requests } = scriptedClient([]);
		const loading = loadRecords(client, [approver], knowing({}));

		await expect(loading).rejects.toThrow('This Odoo has no "base.group_user"');
		expect(requests).toEqual([]);
	});
});
