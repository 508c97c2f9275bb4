import type { Page } from 'playwright-core';
import { z } from 'zod';
import { findLink } from '../../../scripts/scenario/approverLink';
import { openPage } from '../../../scripts/scenario/httpPages';
import { readOrder } from '../../../scripts/scenario/readOrder';
import { REDELIVERED_MS } from '../../../scripts/scenario/redelivered';
import { changeFirstLine } from '../../../scripts/scenario/salesDesk';
import { until } from '../../../scripts/scenario/until';
import type { E2eStage } from '../stage/openE2eStage';
import { logInToOdoo } from '../stage/odooDesk';
import { askedOrder } from './askedOrder';

const anything = z.unknown();
const hostile = `<script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">"'&{{ 1 }}`;

/** What can go wrong between the approver's link and Odoo's record, with everything real. */
export function describeAnswering(stage: () => E2eStage): void {
	describe('an answer', () => {
		const withPage = async <T>(act: (page: Page) => Promise<T>): Promise<T> => {
			const context = await stage().browser.newContext({ viewport: { width: 390, height: 844 } });
			try {
				return await act(await context.newPage());
			} finally {
				await context.close();
			}
		};
		const approve = (page: Page) => page.getByRole('button', { name: 'Approve', exact: true });
		const look = async (orderId: number) => await readOrder(stage().auditor, orderId);
		/** The end of an order, once Odoo and n8n are done with it. */
		const settled = async (orderId: number, state: string) =>
			await until(`the order never was ${state}`, REDELIVERED_MS, async () => {
				const order = await look(orderId);
				return order.state === state ? order : undefined;
			});

		it('counts once, however fast somebody clicks twice', async () => {
			const { quotation, link } = await askedOrder(stage());
			await withPage(async (page) => {
				await page.goto(link);
				await approve(page).dblclick({ delay: 5 });
				await page.locator('[role=status]').first().waitFor();
			});

			const { cases } = await settled(quotation.id, 'sale');
			expect(cases).toMatchObject([{ state: 'approved', outcome: 'released', broken: null }]);
		});

		it('wins or loses whole against another one at the same moment', async () => {
			const { quotation, caseId, link } = await askedOrder(stage());
			const { salesManager } = stage().people;
			const inOdoo = stage().desk.decide(salesManager, caseId, {
				decision: 'approved',
				reason: 'In Odoo',
			});
			const answers = await Promise.allSettled([
				inOdoo,
				stage().pages.answer(link, { decision: 'approved' }),
			]);

			expect(answers.map(({ status }) => status)).toContain('fulfilled');
			const { cases } = await settled(quotation.id, 'sale');
			expect(cases).toMatchObject([{ state: 'approved', outcome: 'released', broken: null }]);
		});

		it('is not given by whatever opens links and follows forms', async () => {
			const { quotation, caseId, link } = await askedOrder(stage());
			const { body } = await openPage(link);
			await fetch(link, { method: 'HEAD' });
			expect(body).toContain('name="token"');
			const statuses = [];
			for (const token of [undefined, '', 'guessed', `${'a'.repeat(43)}.${'b'.repeat(43)}`]) {
				const given = { decision: 'approved', ...(token !== undefined && { token }) };
				const form = new URLSearchParams(given);
				statuses.push((await fetch(link, { method: 'POST', body: form })).status);
			}

			expect(statuses.filter((status) => status < 400)).toEqual([]);
			const { state, cases } = await look(quotation.id);
			expect({ state, cases }).toMatchObject({
				state: 'sent',
				cases: [{ id: caseId, state: 'pending' }],
			});
		});

		it('is void when the order changed between the page and the click', async () => {
			const { quotation, caseId, link } = await askedOrder(stage());
			const heading = await withPage(async (page) => {
				await page.goto(link);
				await approve(page).waitFor();
				await changeFirstLine(stage(), quotation, { price: 690 });
				await approve(page).click();
				await page.locator('[role=status]').first().waitFor();
				await stage().screenshots.take(page, 'page-changed-meanwhile');
				return await page.locator('[role=status] :is(h1, h2)').first().textContent();
			});

			expect(heading?.trim()).toBe('This has changed in the meantime');
			const first = (await look(quotation.id)).cases.find(({ id }) => id === caseId);
			expect(first?.state).not.toBe('approved');
			expect((await look(quotation.id)).state).toBe('sent');
		});

		it('is asked for with everything that people write shown as they wrote it', async () => {
			const { salesperson } = stage().people;
			const write = async (model: string, id: number, vals: object) => {
				const odoo = stage().odoo.administrator.odoo;
				await odoo.call(model, 'write', { ids: [id], vals }, anything);
			};
			const { link, quotation, caseId } = await askedOrder(stage(), async ({ id, lineId }) => {
				await write('sale.order', id, { client_order_ref: hostile, note: hostile });
				await write('sale.order.line', lineId, { name: hostile });
				await write('res.users', salesperson.id, { name: `Sam ${hostile}` });
			});
			try {
				await withPage(async (page) => {
					await page.goto(link);
					await approve(page).waitFor();
					await stage().screenshots.take(page, 'page-hostile');
					expect(await page.locator('body').innerText()).toContain(hostile);
					expect(await page.locator('script, img[onerror]').count()).toBe(0);
					expect(await page.evaluate('window.pwned')).toBeUndefined();
				});
				await withPage(async (page) => {
					await logInToOdoo(page, stage().server.url, stage().odoo.people.salesManager);
					await page.setViewportSize({ width: 1500, height: 1000 });
					const window = 'n8n_approvals.window_to_decide';
					await page.goto(`${stage().server.url}/odoo/action-${window}/${String(caseId)}`);
					await page.locator('.o_form_statusbar').waitFor();
					expect(await page.evaluate('window.pwned')).toBeUndefined();
				});
				await stage().pages.answer(link, { decision: 'approved' });
			} finally {
				await write('res.users', salesperson.id, { name: salesperson.name });
			}
			expect((await settled(quotation.id, 'sale')).cases).toMatchObject([{ state: 'approved' }]);
		});

		it('may be left to the others', async () => {
			const { quotation, link } = await askedOrder(stage());
			await withPage(async (page) => {
				await page.goto(link);
				await page.getByText('Let somebody else decide', { exact: true }).click();
				await page.getByRole('button', { name: 'Leave it to the others' }).click();
				await page.getByText('You are no longer asked. The others decide.').waitFor();
			});

			const [open] = (await look(quotation.id)).cases;
			expect(open?.state).toBe('pending');
			expect(open?.approverIds).not.toContain(stage().people.salesManager.id);
		});

		it('may be given by whoever it was forwarded to', async () => {
			const { quotation, caseId, link } = await askedOrder(stage());
			const { finance } = stage().people;
			await withPage(async (page) => {
				await page.goto(link);
				await page.getByText('Let somebody else decide', { exact: true }).click();
				await page.getByLabel('Forward to').selectOption({ label: finance.name });
				await stage().screenshots.take(page, 'page-forwarding');
				await page.getByRole('button', { name: 'Forward', exact: true }).click();
				await page.getByText(`${finance.name} is asked now, and has got a link.`).waitFor();
			});
			await stage().pages.answer(await findLink(finance, caseId), { decision: 'approved' });

			expect((await settled(quotation.id, 'sale')).cases).toMatchObject([
				{ state: 'approved', decidedBy: { id: finance.id } },
			]);
		});

		it('counts when the signing key was changed after the link was sent', async () => {
			const { quotation, link } = await askedOrder(stage());
			const { api, credentials, linkKey } = stage().conductor;
			const { id, name } = credentials.approvalSigningApi;
			const change = async (data: Record<string, unknown>) => {
				await api.updateCredential(id, { name, type: 'approvalSigningApi', data });
			};
			await change({
				keyId: 'key-2',
				secretKey: 'a new key that nobody can guess, of 48 characters',
				previousKeyId: linkKey.id,
				previousSecretKey: linkKey.key,
			});
			try {
				expect(await stage().pages.answer(link, { decision: 'approved' })).toMatchObject({
					status: 200,
				});
				expect((await settled(quotation.id, 'sale')).cases).toMatchObject([{ state: 'approved' }]);
			} finally {
				await change({ keyId: linkKey.id, secretKey: linkKey.key });
			}
		});
	});
}
