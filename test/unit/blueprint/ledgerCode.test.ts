import { commandResultSchemas } from '../../../src/domain/case/commandResults';
import { insightsCode } from '../../../src/odoo/ledger/insightsCode';
import { ledgerCode } from '../../../src/odoo/ledger/ledgerCode';

const release = { decision: 'approved', method: 'action_confirm' } as const;
const orders = {
	id: 'orders',
	label: 'Orders',
	model: 'sale.order',
	methods: [release],
	domain: "[('state', '=', 'sent')]",
	release: 'action_confirm',
};
const credit = { ...orders, id: 'credit', label: 'Credit "release"' };

describe('the program of the ledger', () => {
	it('may call the methods of the areas for their decision, each named once, and no other', () => {
		const code = ledgerCode([orders, credit]);
		const [, methods] = /BUSINESS_METHODS = \{\n([\s\S]*?)\n\}/.exec(code) ?? [];

		expect(methods).toBe(
			`    ('approved', "sale.order", 'action_confirm'): lambda record, proposal: record.action_confirm(),`,
		);
	});

	it('knows which records ask for approval', () => {
		expect(ledgerCode([orders])).toContain(
			`AREA_SUBJECTS = {\n    "orders": ("sale.order", [('state', '=', 'sent')], "action_confirm"),\n}`,
		);
	});

	it('knows what the areas are called', () => {
		expect(ledgerCode([orders, credit])).toContain(
			'AREA_LABELS = {"orders":"Orders","credit":"Credit \\"release\\""}',
		);
	});

	it.each(['unlink()', '__class__', 'write or 1', '', 'Confirm'])(
		'is not made with "%s" for a method',
		(method) => {
			const methods = [{ ...release, method }];
			expect(() => ledgerCode([{ ...orders, methods }])).toThrow(
				`"${method}" is no method of a record`,
			);
		},
	);

	it.each(Object.keys(commandResultSchemas))(
		'has one program carry out the command %s',
		(command) => {
			const tables = [ledgerCode([orders]), insightsCode()].filter((code) => {
				const [, table = ''] = /\nCOMMANDS = \{\n([\s\S]*?)\n\}/.exec(code) ?? [];
				return table.includes(`    '${command}': `);
			});
			expect(tables).toHaveLength(1);
		},
	);
});
