import type { Page } from 'playwright-core';
import type { PreparedPerson } from '../../../scripts/scenario/preparePeople';
import { readOrder } from '../../../scripts/scenario/readOrder';
import { logInToOdoo } from '../stage/odooDesk';
import type { E2eStage } from '../stage/openE2eStage';
import { askedOrder } from './askedOrder';

/** What people do with a case in Odoo's own web client, beside deciding it. */
export function describeDesk(stage: () => E2eStage): void {
	describe('the case in Odoo', () => {
		const person = (role: keyof E2eStage['odoo']['people']) => stage().odoo.people[role];
		const withCase = async (
			who: PreparedPerson,
			caseId: number,
			act: (page: Page) => Promise<void>,
		) => {
			const { browser, server } = stage();
			const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
			try {
				const page = await context.newPage();
				await logInToOdoo(page, server.url, who);
				await page.goto(`${server.url}/odoo/action-n8n_approvals.window_my_requests/${caseId}`);
				await page.locator('.o_form_statusbar').waitFor();
				await act(page);
			} finally {
				await context.close();
			}
		};
		const press = async (page: Page, name: string) => {
			await page.locator('.o_form_statusbar').getByRole('button', { name, exact: true }).click();
			return page.locator('.modal');
		};
		const caseOf = async (orderId: number) => (await readOrder(stage().auditor, orderId)).cases[0];

		it('is forwarded to somebody with the authority, who then decides', async () => {
			const { quotation, caseId } = await askedOrder(stage());
			await withCase(person('salesManager'), caseId, async (page) => {
				const dialog = await press(page, 'Forward');
				await dialog.locator('[name=x_forward_to_id] input').click();
				const { name } = person('finance');
				await page.locator('.o-autocomplete--dropdown-item', { hasText: name }).first().click();
				await dialog.locator('[name=x_reason] textarea').fill('Your customer');
				await stage().screenshots.take(page, 'odoo-forward');
				await dialog.getByRole('button', { name: 'Forward', exact: true }).click();
				await dialog.waitFor({ state: 'detached' });
			});
			await stage().desk.decide(person('finance'), caseId, { decision: 'approved' });

			expect(await caseOf(quotation.id)).toMatchObject({ state: 'approved' });
		}, 180_000);

		it('is taken back by whoever asked for it', async () => {
			const { quotation, caseId } = await askedOrder(stage());
			await withCase(person('salesperson'), caseId, async (page) => {
				await stage().screenshots.take(page, 'odoo-my-request');
				const dialog = await press(page, 'Take Back');
				await dialog.locator('[name=x_reason] textarea').fill('Wrong price');
				await dialog.getByRole('button', { name: 'Take Back', exact: true }).click();
				await dialog.waitFor({ state: 'detached' });
			});

			expect(await caseOf(quotation.id)).toMatchObject({ state: 'sent_back' });
		}, 180_000);

		it('lets people say who stands in for them', async () => {
			const { browser, server, screenshots } = stage();
			const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
			try {
				const page = await context.newPage();
				await logInToOdoo(page, server.url, person('salesManager'));
				await page.goto(`${server.url}/odoo/action-n8n_approvals.window_delegations`);
				await page.locator('.o_list_button_add').first().click();
				await page.locator('[name=x_delegate_id] input').fill(person('finance').name);
				await page.locator('.o-autocomplete--dropdown-item').first().click();
				await page.locator('.o_list_button_save').first().click();
				await page.locator('.o_data_row', { hasText: person('finance').name }).waitFor();
				await screenshots.take(page, 'odoo-delegations');
				await page.locator('.o_data_row input[type=checkbox]').first().check();
				await page.getByRole('button', { name: 'Actions' }).click();
				await page.getByRole('menuitem', { name: 'Delete' }).click();
				await page.locator('.modal').getByRole('button', { name: 'Delete' }).click();
				await page.locator('.o_data_row').waitFor({ state: 'detached' });
				expect(await page.locator('.o_data_row').count()).toBe(0);
			} finally {
				await context.close();
			}
		}, 180_000);
	});
}
