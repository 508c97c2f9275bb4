import type { OwnArea, OwnEffect } from '../../../src/domain/areas/ownArea/OwnArea';
import type { ModelFields } from '../../../src/domain/events/modelFields';
import { blueprint } from '../../../src/odoo/blueprint/blueprint';
import { findOwnAreaProblems, fromOwnArea } from '../../../src/odoo/blueprint/ownAreas';
import type { OdooDialect } from '../../../src/odoo/blueprint/OdooDialect';

const area: OwnArea = {
	id: 'payment_terms',
	label: 'Terms "of" payment',
	model: 'res.partner',
	asks: 'changed',
	domain: [
		['active', '=', true],
		['name', '!=', 'O\'Brien "& sons" \\'],
	],
	fields: ['term_id'],
	effects: {
		approved: { kind: 'set', field: 'note', value: 'it\'s "fine" \\' },
		rejected: { kind: 'put_back' },
		sent_back: { kind: 'leave' },
	},
	hold: [
		['state', '=', 'done'],
		['partner_id.active', '!=', false],
	],
};

const dialect: OdooDialect = {
	groupsField: 'group_ids',
	hasPrivileges: true,
	namesAutomationActions: false,
	filterOwnersField: 'user_ids',
};

const valuesOf = (name: string) =>
	blueprint([fromOwnArea(area)], dialect, [area.id]).find((record) => record.name === name)?.values;

describe('an area of one’s own in Odoo', () => {
	it('asks where its domain says so, and one of its fields changed', () => {
		expect(valuesOf('automation_area_payment_terms')).toMatchObject({
			filter_domain: `[["active", "=", True], ["name", "!=", "O'Brien \\"& sons\\" \\\\"]]`,
			trigger_field_ids: { fieldsOf: 'res.partner', named: ['term_id'] },
		});
		expect(valuesOf('action_area_payment_terms')?.['code']).toContain('FIELDS = ["term_id"]');
	});

	it('is held where a step of it is, by the fields that the step is about', () => {
		expect(valuesOf('automation_guard_payment_terms')).toMatchObject({
			filter_domain: '[["state", "=", "done"], ["partner_id.active", "!=", False]]',
			trigger_field_ids: { fieldsOf: 'res.partner', named: ['state', 'partner_id'] },
		});
		const { automation_guard_payment_terms: guard } = Object.fromEntries(
			blueprint([fromOwnArea({ ...area, hold: null })], dialect, [area.id]).map((one) => [
				one.name,
				one,
			]),
		);
		expect(guard).toBeUndefined();
	});

	it('has the ledger do what was described, and nothing else', () => {
		const code = String(valuesOf('action_ledger')?.['code']);
		const [, methods] = /BUSINESS_METHODS = \{\n([\s\S]*?)\n\}/.exec(code) ?? [];
		const written = JSON.stringify(JSON.stringify({ note: 'it\'s "fine" \\' }));

		expect(methods?.split('\n')).toEqual([
			`    ('approved', "res.partner", 'set_payment_terms_approved'): lambda record, proposal: record.write(json.loads(${written})),`,
			`    ('rejected', "res.partner", 'put_back'): lambda record, proposal: put_back(record, proposal),`,
		]);
	});
});

describe('what an Odoo lacks for an area of one’s own', () => {
	const field = {
		label: 'Field',
		type: 'char',
		choices: [],
		relation: null,
		isStored: true,
	} as const;
	const fields: ModelFields = new Map([
		['term_id', { ...field, type: 'many2one', relation: 'res.term' }],
		['note', field],
		['name', field],
		['active', { ...field, type: 'boolean' }],
		['state', { ...field, type: 'selection', choices: [['done', 'Done']] }],
		['partner_id', { ...field, type: 'many2one', relation: 'res.partner' }],
		['total', { ...field, isStored: false }],
	]);

	it('is nothing where everything is there', () => {
		expect(findOwnAreaProblems(area, fields)).toEqual([]);
	});

	it('is the method that the ledger would take for a program of its own', () => {
		const call: OwnEffect = { kind: 'call', method: 'approve_purchase', expect: null };
		const odd = { ...area, effects: { ...area.effects, approved: call } };

		expect(findOwnAreaProblems(odd, fields)).toEqual([
			'"approve_purchase" is what an area of the package does; name a method of the model',
		]);
	});

	it('is every field that is named and not there, once, and what is never saved', () => {
		const call: OwnEffect = {
			kind: 'call',
			method: 'go',
			expect: { field: 'lost', values: ['x'] },
		};
		const odd: OwnArea = {
			...area,
			fields: ['gone', 'total', 'lost'],
			domain: [['gone', '=', 1]],
			hold: [['state', '=', 'nowhere']],
			effects: { ...area.effects, approved: call },
		};

		expect(findOwnAreaProblems(odd, fields)).toEqual([
			'The model has no field "gone"',
			'The model has no field "lost"',
			'"total" is computed and never saved, so it cannot be watched',
			'The model has no field "gone" that this user may read',
			'"state" (Field) =: must be one of done (Done)',
		]);
	});
});
