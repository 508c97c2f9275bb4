import { recordIds } from '../../../src/odoo/recordIds';

describe('recordIds', () => {
	it.each([
		{ name: 'one id (17 and 18, JSON-RPC)', answer: 682, ids: [682] },
		{ name: 'a list of ids (19)', answer: [1085, 1086], ids: [1085, 1086] },
		{ name: 'an empty list', answer: [], ids: [] },
		{ name: 'a printed record', answer: 'mail.activity(61,)', ids: [61] },
		{ name: 'printed records', answer: 'mail.activity(61, 62, 7)', ids: [61, 62, 7] },
		{ name: 'a printed record of a manual model', answer: 'x_approval_case(4,)', ids: [4] },
		{ name: 'a printed empty recordset', answer: 'mail.activity()', ids: [] },
	])('reads $name', ({ answer, ids }) => {
		expect(recordIds.parse(answer)).toEqual(ids);
	});

	it.each([
		{ name: 'false', answer: false },
		{ name: 'nothing', answer: null },
		{ name: 'zero', answer: 0 },
		{ name: 'a negative id', answer: [-1] },
		{ name: 'a text', answer: 'done' },
		{ name: 'a new record', answer: 'sale.order(<NewId 0x7f>,)' },
		{ name: 'a text around a recordset', answer: 'see mail.activity(61,)' },
		{ name: 'an action', answer: { type: 'ir.actions.act_window' } },
	])('refuses $name', ({ answer }) => {
		expect(recordIds.safeParse(answer).success).toBe(false);
	});
});
