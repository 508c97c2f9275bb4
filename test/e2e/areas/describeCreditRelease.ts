import { creditRelease } from '../../../src/domain/areas/creditRelease/creditRelease';
import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import type { AreaStage } from './AreaStage';
import { creditOrders } from './records/creditOrders';

/** The same figures out of Odoo's own tables, in the company's currency. */
const creditSql = (order: number, company: number) => `
	WITH customer AS (SELECT id FROM res_partner WHERE commercial_partner_id = ${company}),
	unpaid AS (
		SELECT line.amount_residual, line.date_maturity FROM account_move_line line
		JOIN account_account account ON account.id = line.account_id
		JOIN account_move move ON move.id = line.move_id
		WHERE account.account_type = 'asset_receivable' AND move.state = 'posted'
		AND line.amount_residual <> 0 AND line.partner_id IN (SELECT id FROM customer)
	), late AS (SELECT * FROM unpaid WHERE date_maturity < CURRENT_DATE AND amount_residual > 0),
	open_lines AS (
		SELECT line.price_total / bought.currency_rate AS ordered, bought.id FROM sale_order_line line
		JOIN sale_order bought ON bought.id = line.order_id
		WHERE bought.state = 'sale' AND bought.partner_id IN (SELECT id FROM customer)
		AND bought.id <> ${order}
	), invoiced AS (
		SELECT coalesce(sum(-line.balance) FILTER (WHERE line.display_type = 'product'), 0) AS net
		FROM account_move_line line JOIN account_move move ON move.id = line.move_id
		WHERE move.state = 'posted' AND move.move_type = 'out_invoice'
		AND move.partner_id IN (SELECT id FROM customer)
		AND move.id IN (SELECT other.move_id FROM account_move_line other
			JOIN sale_order_line_invoice_rel linked ON linked.invoice_line_id = other.id)
	)
	SELECT (SELECT round(amount_total / currency_rate, 2) FROM sale_order WHERE id = ${order}),
		(SELECT round(sum(amount_residual), 2) FROM unpaid),
		(SELECT round((SELECT sum(ordered) FROM open_lines) - (SELECT net FROM invoiced), 2)),
		(SELECT round(sum(amount_residual), 2) FROM late),
		(SELECT CURRENT_DATE - min(date_maturity) FROM late)`;

const dayBefore = (days: number): string =>
	new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export function describeCreditRelease(stage: () => AreaStage): void {
	describe('credit release', () => {
		const { prepare, aCustomer, anOrder } = creditOrders(stage);
		const stateOf = async (id: number) => await stage().fieldOf('sale.order', id, 'state');
		/** An invoice that fell due so many days ago. */
		const anInvoice = async (partner_id: number, price_unit: number, daysAgo: number) => {
			const id = await stage().makeAsAdmin('account.move', {
				move_type: 'out_invoice',
				partner_id,
				invoice_date: dayBefore(daysAgo),
				invoice_date_due: dayBefore(daysAgo),
				invoice_line_ids: [[0, 0, { name: 'Goods', price_unit, quantity: 1, tax_ids: [[5]] }]],
			});
			await stage().asAdmin('account.move', 'action_post', { ids: [id] });
		};

		beforeAll(async () => {
			await stage().listenFor([creditRelease]);
			await prepare();
		});

		it('releases an order within the limit straight away', async () => {
			const id = await anOrder(await aCustomer(1000), 999);

			expect(await stage().process(creditRelease, id)).toMatchObject({
				policy: { outcome: 'auto_approve', missingFacts: [] },
				gathered: { facts: { exposurePercent: 99.9 } },
				opened: { case: { state: 'approved', outcome: 'released' } },
			});
			expect(await stateOf(id)).toBe('sale');
		});

		it('knows what the customer owes, has ordered and is late with', async () => {
			const company = await aCustomer(5000);
			const contact = await stage().makeAsAdmin('res.partner', {
				name: 'Hafen AG, Ines',
				parent_id: company,
			});
			await anInvoice(company, 300, 40);
			await anInvoice(company, 200, 3);
			await anInvoice(company, 100, -10);
			const before = await anOrder(contact, 700);
			await stage().decide(await stage().process(creditRelease, before), 'approved');
			const half = await stage().makeAsAdmin('sale.advance.payment.inv', {
				advance_payment_method: 'percentage',
				amount: 50,
				sale_order_ids: [[6, 0, [before]]],
			});
			await stage().asAdmin('sale.advance.payment.inv', 'create_invoices', { ids: [half] });
			const euro = await stage().foreignCurrency('EUR', 0.5);
			const pricelist = { name: 'Euro', currency_id: euro };
			const pricelist_id = await stage().makeAsAdmin('product.pricelist', pricelist);
			const id = await anOrder(contact, 80, { pricelist_id });

			const [answer = ''] = await stage().sql(creditSql(id, company));
			const [total = 0, owes = 0, ordered = 0, late, days] = answer.split('|').map(Number);
			const { facts } = await stage().gather(creditRelease, id);
			expect(facts).toMatchObject({
				orderTotal: total,
				owedAmount: owes,
				openOrdersAmount: ordered,
				exposure: total + owes + ordered,
				creditLimit: 5000,
				overdueAmount: late,
				daysOverdue: days,
			});
			expect([total, owes, ordered, late, days]).toEqual([160, 600, 700, 500, 40]);
		});

		it('asks about an order over the limit, and releases it when it is approved', async () => {
			const id = await anOrder(await aCustomer(1000), 1100);
			const walk = await stage().process(creditRelease, id);

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['over-limit-without-score']);
			expect(await stage().decide(walk, 'approved')).toMatchObject({ recordState: 'sale' });
			expect(await stateOf(id)).toBe('sale');
		});

		it.each(['rejected', 'sent_back'] as const)('leaves an order that is %s', async (decision) => {
			const id = await anOrder(await aCustomer(1000), 1100);
			const walk = await stage().process(creditRelease, id);

			expect(await stage().decide(walk, decision)).toMatchObject({ case: { outcome: 'kept' } });
			expect(await stateOf(id)).toBe('sent');
		});

		it('asks anew when the order changes while somebody is asked', async () => {
			const customer = await aCustomer(1000);
			const id = await anOrder(customer, 1100);
			const walk = await stage().process(creditRelease, id);
			const [line] = (await stage().fieldOf('sale.order', id, 'order_line')) as number[];
			await stage().write('sale.order', id, { order_line: [[1, line, { price_unit: 1200 }]] });

			expect(await stage().vote(walk, 'approved')).toMatchObject({ code: 'RECORD_CHANGED' });
			expect(await stage().process(creditRelease, id)).toMatchObject({
				gathered: { facts: { exposurePercent: 120 } },
			});
		});

		it('says so when Odoo refuses', async () => {
			const id = await anOrder(await aCustomer(1000), 1100);
			const walk = await stage().process(creditRelease, id);
			await stage().write('sale.order', id, { state: 'cancel' });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: expect.stringContaining('not in a state requiring confirmation'),
				case: { outcome: 'not_released' },
			});
		});

		it('has people decide where the integration user may not read the books', async () => {
			const id = await anOrder(await aCustomer(1000), 100);
			await stage().letIntegration('account.group_account_manager', false);
			const gathered = await stage().gather(creditRelease, id);
			await stage().letIntegration('account.group_account_manager', true);

			expect(gathered.unknown).toMatchObject({
				hasCreditLimit: 'the integration user may not read credit limits (Invoicing)',
				owedAmount: 'the integration user may not read the books (Invoicing)',
				overdueAmount: 'the integration user may not read the books (Invoicing)',
			});
		});

		it('has people decide where limits are switched off and the order is large', async () => {
			await stage().setCompany({ account_use_credit_limit: false });
			const id = await anOrder(await aCustomer(0), 5001);
			const { policy } = await stage().process(creditRelease, id);
			await stage().setCompany({ account_use_credit_limit: true });

			expect(policy.rules.map((rule) => rule.id)).toEqual(['no-limit']);
			expect(policy.missingFacts).toEqual([]);
		});

		it('releases an order with the last approval that it needs', async () => {
			await stage().listenFor([salesOrderRelease, creditRelease]);
			const id = await anOrder(await aCustomer(1000), 1100);
			const credit = await stage().process(creditRelease, id);

			expect(await stage().process(salesOrderRelease, id)).toMatchObject({
				opened: { case: { state: 'approved', outcome: 'kept' } },
			});
			expect(await stateOf(id)).toBe('sent');
			expect(await stage().decide(credit, 'approved')).toMatchObject({ recordState: 'sale' });
			await stage().listenFor([creditRelease]);
		});
	});
}
