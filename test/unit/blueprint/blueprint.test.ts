import { areas } from '../../../src/domain/areas/areas';
import { caseEventTypes } from '../../../src/domain/case/vocabulary';
import { blueprint, models } from '../../../src/odoo/blueprint/blueprint';
import {
	type BlueprintRecord,
	externalId,
	referencedNames,
} from '../../../src/odoo/blueprint/BlueprintRecord';
import { modelName } from '../../../src/odoo/blueprint/models/modelRecords';
import type { OdooDialect } from '../../../src/odoo/blueprint/OdooDialect';

const odoo19: OdooDialect = {
	groupsField: 'group_ids',
	hasPrivileges: true,
	namesAutomationActions: false,
	filterOwnersField: 'user_ids',
};
const odoo18: OdooDialect = {
	groupsField: 'groups_id',
	hasPrivileges: false,
	namesAutomationActions: true,
	filterOwnersField: 'user_id',
};

const records = blueprint(areas, odoo19);

const ofModel = (model: string) => records.filter((record) => record.model === model);
const textOf = (record: BlueprintRecord | undefined, field: string) =>
	String(record?.values[field]);
const ownNames = (record: BlueprintRecord) =>
	Object.values({ ...record.values, ...record.onlyAtFirst })
		.flatMap((value) => (typeof value === 'object' ? referencedNames(value) : []))
		.filter((name) => name.startsWith('n8n_approvals.'));

describe('the blueprint', () => {
	it('describes each record once', () => {
		const names = records.map(({ name }) => name);
		expect(names).toHaveLength(new Set(names).size);
	});

	it.each([
		{ version: 19, dialect: odoo19 },
		{ version: 18, dialect: odoo18 },
	])('can be made in its order on Odoo $version', ({ dialect }) => {
		const made = new Set<string>();
		const tooEarly: string[] = [];
		for (const record of blueprint(areas, dialect)) {
			tooEarly.push(...ownNames(record).filter((name) => !made.has(name)));
			made.add(externalId(record.name));
		}
		expect(tooEarly).toEqual([]);
	});

	it('lets nobody write over the API what the ledger writes', () => {
		const open = ofModel('ir.model.access').filter(
			({ values }) =>
				values['perm_write'] !== false ||
				values['perm_unlink'] !== false ||
				values['perm_create'] !== false,
		);
		expect(open.map(({ name }) => name)).toEqual([
			'access_decision_base_group_user',
			'access_decision_group_approver',
			'access_delegation_group_approver',
			'access_authority_base_group_system',
			'access_blueprint_base_group_system',
		]);
	});

	it('lets nobody but administrators read the signing keys, who could read them anyway', () => {
		const rights = ofModel('ir.model.access').filter(({ name }) => name.includes('subscription'));
		expect(rights).toMatchObject([
			{
				name: 'access_subscription_base_group_system',
				values: { perm_read: true, perm_write: false, perm_create: false, perm_unlink: false },
			},
		]);
	});

	it('shows in its views only fields that there are', () => {
		const known = new Set([
			'id',
			'x_name',
			'create_date',
			...models.flatMap(({ fields }) => fields.map(({ name }) => name)),
		]);
		const shown = ofModel('ir.ui.view').flatMap((view) =>
			[...textOf(view, 'arch').matchAll(/<field name="(\w+)"/g)].map(([, name = '']) => name),
		);
		expect(shown.filter((name) => !known.has(name))).toEqual([]);
	});

	it('has behind every button of its views an action', () => {
		const known = new Set(records.map(({ name }) => externalId(name)));
		const pressed = ofModel('ir.ui.view').flatMap((view) =>
			[...textOf(view, 'arch').matchAll(/<button name="([\w.]+)"/g)].map(([, name = '']) => name),
		);
		expect(pressed.filter((name) => !known.has(name))).toEqual([]);
		expect(pressed).toContain('n8n_approvals.window_approve');
	});

	it('has the windows and views of models that it makes', () => {
		const own = models.map(modelName);
		const named = [...ofModel('ir.ui.view'), ...ofModel('ir.actions.act_window')].map(
			({ values }) => values['res_model'] ?? values['model'],
		);
		expect(named.filter((name) => !own.some((one) => one === name))).toEqual([]);
	});

	it('listens for each area to what the area says', () => {
		const automation = records.find(({ name }) => name === 'automation_area_sales_order_release');
		expect(automation?.values).toMatchObject({
			trigger: 'on_create_or_write',
			model_id: { modelNamed: 'sale.order' },
			filter_domain: "[('state', '=', 'sent')]",
			trigger_field_ids: { fieldsOf: 'sale.order' },
		});
	});

	it('has an area whose records may ask in passing look at every save, and again at its end', () => {
		const named = (name: string) => records.find((record) => record.name === name);
		const automation = named('automation_area_receipt_discrepancy');
		expect(automation?.values).not.toHaveProperty('filter_domain');
		const code = textOf(named('action_area_receipt_discrepancy'), 'code');
		expect(code).toContain("('state', '=', 'assigned')");
		expect(code).toContain('env.cr.precommit.add(settle)');
	});
});

describe('the versions of Odoo', () => {
	it('differ in how groups are named', () => {
		const menuOf = (dialect: OdooDialect) =>
			blueprint(areas, dialect).find(({ name }) => name === 'menu_cases')?.values;
		expect(menuOf(odoo19)).toMatchObject({ group_ids: { refs: ['group_approver'] } });
		expect(menuOf(odoo18)).toMatchObject({ groups_id: { refs: ['group_approver'] } });
	});

	it('differ in whether groups have a privilege', () => {
		const modelsOf = (dialect: OdooDialect) => blueprint(areas, dialect).map(({ model }) => model);
		expect(modelsOf(odoo19)).toContain('res.groups.privilege');
		expect(modelsOf(odoo18)).not.toContain('res.groups.privilege');
	});

	it('differ in who names the action of an automation', () => {
		const actionOf = (dialect: OdooDialect) =>
			blueprint(areas, dialect).find(({ name }) => name === 'action_send_event');
		expect(actionOf(odoo19)?.values['name']).toBe('Approvals: Send Event');
		expect(actionOf(odoo18)?.values['name']).toBeUndefined();
		expect(actionOf(odoo18)?.onlyAtFirst).toEqual({ name: 'Approvals: Send Event' });
	});
});

describe('the programs that Odoo runs', () => {
	const programs = records
		.filter(({ values }) => values['state'] === 'code')
		.map((record) => ({ name: record.name, text: textOf(record, 'code') }));

	it.each(programs)('$name is written for safe_eval', ({ text }) => {
		const forbidden = text
			.split('\n')
			.filter((line) => !/^\s*#/.test(line))
			.filter((line) => /^\s*(import|from|with|class|global|del|assert)\s|__/.test(line));
		expect(forbidden).toEqual([]);
	});

	it('know a word for every event', () => {
		const ledger = programs.find(({ name }) => name === 'action_ledger')?.text ?? '';
		const unnamed = caseEventTypes.filter((type) => !ledger.includes(`    '${type}': '`));
		expect(unnamed).toEqual([]);
	});
});
