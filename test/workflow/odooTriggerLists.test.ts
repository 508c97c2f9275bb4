import type { INodeParameters } from 'n8n-workflow';
import { startStage, type Stage } from '../kit/startStage';

const ofOrders: INodeParameters = {
	event: 'recordChanges',
	model: { __rl: true, mode: 'list', value: 'sale.order' },
};

describe('the lists of Odoo Trigger', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const load = async (method: string, parameters: INodeParameters = ofOrders, more = {}) =>
		await stage.n8n.loadList({ type: 'odooTrigger', method, parameters, ...more });
	const valuesOf = async (method: string) => (await load(method)).map(({ value }) => value);

	it('offers the models that the user may read, found by either name', async () => {
		expect(await load('models', {}, { search: 'sales order' })).toEqual([
			{ name: 'Sales Order (sale.order)', value: 'sale.order' },
			{ name: 'Sales Order Line (sale.order.line)', value: 'sale.order.line' },
		]);
		expect(await load('models', {}, { search: 'res.partner' })).toContainEqual({
			name: 'Contact (res.partner)',
			value: 'res.partner',
		});
	});

	it('offers fields by label, with the technical name', async () => {
		const fields = await load('sendableFields');
		expect(fields).toContainEqual({ name: 'Status (state)', value: 'state' });
		const names = fields.map(({ name }) => name);
		expect(names).toEqual([...names].sort((left, right) => left.localeCompare(right)));
	});

	it('offers to watch only what the database holds', async () => {
		expect(await valuesOf('conditionFields')).toContain('currency_id');
		expect(await valuesOf('storedFields')).not.toContain('currency_id');
	});

	it('offers as dates only dates, and as states nothing of many values', async () => {
		expect(await valuesOf('dateFields')).toEqual([
			'create_date',
			'commitment_date',
			'validity_date',
			'write_date',
			'date_order',
			'signed_on',
		]);
		expect(await valuesOf('stateFields')).not.toContain('order_line');
	});

	it.each<{ name: string; field: string; search?: string; values: unknown[] }>([
		{ name: 'choices', field: 'state', search: 'quot', values: ['draft', 'sent'] },
		{ name: 'yes and no', field: 'locked', values: ['true', 'false'] },
		{ name: 'records', field: 'company_id', values: [1] },
	])('offers the values of a field: $name', async ({ field, search, values }) => {
		const inRow = { ...ofOrders, conditions: { rows: [{ field }] } };
		const path = 'conditions.rows[0].value';
		const rowValues = await load('conditionValues', inRow, { path, search });
		const stateValues = await load('stateValues', { ...ofOrders, stateField: field }, { search });
		expect(rowValues.map(({ value }) => value)).toEqual(values);
		expect(stateValues).toEqual(rowValues);
	});

	it('offers companies', async () => {
		expect(await load('companies')).toEqual([{ name: expect.any(String), value: 1 }]);
	});

	it.each<{ name: string; method: string; parameters: INodeParameters; message: string }>([
		{ name: 'the model', method: 'storedFields', parameters: {}, message: 'Choose a model first' },
		{
			name: 'the field',
			method: 'stateValues',
			parameters: ofOrders,
			message: 'Choose a field first',
		},
		{
			name: 'a list of values',
			method: 'stateValues',
			parameters: { ...ofOrders, stateField: 'name' },
			message: '"Order Reference" has no list of values: choose "By Value" and type it',
		},
	])('says that $name is missing', async ({ method, parameters, message }) => {
		await expect(load(method, parameters)).rejects.toThrow(message);
	});

	it("shows Odoo's own words when Odoo refuses", async () => {
		const secret = { ...ofOrders, model: { __rl: true, mode: 'name', value: 'ir.actions.server' } };
		await expect(load('storedFields', secret)).rejects.toThrow(
			"You are not allowed to access 'Server Actions'",
		);
	});
});
