import { ownAreasSchema, readOwnAreas } from '../../../src/n8n/readOwnAreas';
import { OdooRequestError } from '../../../src/odoo/errors';
import type { OdooClient } from '../../../src/odoo/OdooClient';
import { modelFieldsSchema } from '../../../src/domain/events/modelFields';

const fields = modelFieldsSchema.parse({
	term_id: { string: 'Terms', type: 'many2one', relation: 'res.term' },
	rank: { string: 'Rank', type: 'integer' },
	state: {
		string: 'State',
		type: 'selection',
		selection: [
			['draft', 'Draft'],
			['done', 'Done'],
		],
	},
});

/** Knows the fields of one model. */
const client = {
	call: async (model: string) =>
		await (model === 'res.partner'
			? Promise.resolve(fields)
			: Promise.reject(new OdooRequestError(`${model}.fields_get`, 'no such model'))),
} as unknown as OdooClient;

const typed = {
	id: 'payment_terms',
	label: 'Payment terms',
	model: 'res.partner',
	asks: 'changed',
	fields: 'term_id, rank',
};
const read = async (...rows: Array<Record<string, unknown>>) =>
	await readOwnAreas(ownAreasSchema.parse({ rows }), client);

describe('own areas as they are typed in', () => {
	it('are none at first', async () => {
		expect(await readOwnAreas(ownAreasSchema.parse(undefined), client)).toEqual([]);
	});

	it('leave the record alone where nothing else is said', async () => {
		expect(await read(typed)).toEqual([
			{
				...typed,
				fields: ['term_id', 'rank'],
				domain: [],
				hold: null,
				effects: {
					approved: { kind: 'leave' },
					rejected: { kind: 'leave' },
					sent_back: { kind: 'leave' },
				},
			},
		]);
	});

	it('take values for what the field holds', async () => {
		const [area] = await read({
			...typed,
			domain: "[('rank', '>', 0)]",
			hold: '[["state", "=", "done"]]',
			onApproval: 'set',
			onApprovalField: 'rank',
			onApprovalValue: '5',
			onRejection: 'call',
			onRejectionMethod: 'action_cancel',
			onRejectionField: 'state',
			onRejectionValue: 'draft, done',
			onSendingBack: 'put_back',
		});

		expect(area).toMatchObject({
			domain: [['rank', '>', 0]],
			hold: [['state', '=', 'done']],
			effects: {
				approved: { kind: 'set', field: 'rank', value: 5 },
				rejected: {
					kind: 'call',
					method: 'action_cancel',
					expect: { field: 'state', values: ['draft', 'done'] },
				},
				sent_back: { kind: 'put_back' },
			},
		});
	});

	it.each([
		[{ model: 'no.model' }, 'this Odoo has no model "no.model" (no such model)'],
		[{ fields: '' }, 'fields: name at least one field'],
		[{ fields: 'gone' }, 'The model has no field "gone"'],
		[{ domain: '[(' }, 'Position 3: expected'],
		[{ domain: "[('gone', '=', 1)]" }, 'The model has no field "gone"'],
		[{ onApproval: 'set', onApprovalField: 'gone' }, 'the model has no field "gone" to set'],
		[
			{ onApproval: 'set', onApprovalField: 'rank', onApprovalValue: 'high' },
			'"rank" must be set to a number',
		],
		[{ onApproval: 'call' }, 'effects.approved.method: must be the name of a method'],
		[{ onApproval: 'explode' }, 'effects.approved.kind'],
	])('are refused with %j, by the name of the area', async (fault, message) => {
		await expect(read({ ...typed, ...fault })).rejects.toThrow(message);
		await expect(read({ ...typed, ...fault })).rejects.toThrow(/^Own Area "payment_terms": /);
	});

	it('are refused where two have one ID', async () => {
		await expect(read(typed, typed)).rejects.toThrow('Own Areas: "payment_terms" is there twice');
	});
});
