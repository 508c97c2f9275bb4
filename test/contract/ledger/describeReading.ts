import type { RelatedQuery } from '../../../src/domain/case/relatedQuery';
import type { LedgerBench } from './LedgerBench';

/** Other orders of the same customer. */
const others: RelatedQuery = {
	model: 'sale.order',
	domain: [
		['partner_id', 'in', { of: 'partner_id' }],
		['id', 'in', { of: 'id' }],
		['date_order', '>=', { daysAgo: 2 }],
	],
	specification: { name: {}, partner_id: { fields: { display_name: {} } } },
	each: null,
	order: 'id',
	limit: 5,
	sums: null,
};

export function describeReading(bench: () => LedgerBench): void {
	describe('reading beside a record', () => {
		const read = async (
			related: Record<string, RelatedQuery>,
			specification: Record<string, unknown> = { name: {} },
		) => {
			const recordId = await bench().sentQuotation();
			const about = { outboxId: null, executionId: null, model: 'sale.order', recordId };
			const answer = await bench().ledger.execute<'gather'>({
				command: 'gather',
				...about,
				specification,
				related,
			});
			if (answer.status !== 'gathered') throw new Error(answer.status);
			return { ...answer, recordId };
		};

		it('finds what a domain says, with what the record holds', async () => {
			const { related, recordId, record } = await read({ others });

			expect(related['others']).toEqual({
				rows: [
					{
						id: recordId,
						name: record['name'],
						partner_id: expect.objectContaining({ display_name: expect.any(String) }),
					},
				],
			});
		});

		it('adds up, over all or for each record that it leads to', async () => {
			const lines: RelatedQuery = {
				...others,
				model: 'sale.order.line',
				domain: [['order_id', 'in', { of: 'id' }]],
				sums: ['price_subtotal'],
			};
			const each = { field: 'product_id', of: 'order_line.product_id' };
			const { related, record } = await read(
				{ all: lines, each: { ...lines, each } },
				{ order_line: { fields: { product_id: { fields: { display_name: {} } } } } },
			);

			const [line] = record['order_line'] as Array<{ product_id: { id: number } }>;
			expect(related).toEqual({
				all: { rows: [{ count: 1, price_subtotal: 264 }] },
				each: { rows: [{ product_id: line?.product_id.id, count: 1, price_subtotal: 264 }] },
			});
		});

		it('has a search of its own for each record that it leads to', async () => {
			const each = { field: 'partner_id', of: 'partner_id' };
			const { related } = await read({
				newest: { ...others, domain: [], each, order: 'id desc', limit: 1 },
			});

			expect(related['newest']).toEqual({ rows: [expect.objectContaining({})] });
		});

		it('says what this Odoo does not have', async () => {
			const { record, related, absent } = await read(
				{
					model: { ...others, model: 'no.such.model' },
					field: { ...others, domain: [['no_such_field', '=', true]] },
				},
				{ name: {}, x_none: {}, partner_id: { fields: { display_name: {}, x_none: {} } } },
			);

			expect(absent).toEqual({ x_none: 'missing', 'partner_id.x_none': 'missing' });
			expect(Object.keys(record).sort()).toEqual(['id', 'name', 'partner_id']);
			expect(related).toEqual({ model: { absent: 'missing' }, field: { absent: 'missing' } });
		});

		it('says what its user may not read', async () => {
			const { related } = await read({
				rules: { ...others, model: 'ir.actions.server', domain: [] },
			});

			expect(related['rules']).toEqual({ absent: 'forbidden' });
		});
	});
}
