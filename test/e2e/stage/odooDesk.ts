import type { Browser, Page } from 'playwright-core';
import type { PreparedPeople } from '../../../scripts/scenario/preparePeople';
import type { CaseDesk } from '../../../scripts/scenario/Stage';
import type { Screenshots } from './screenshots';

const buttons = { approved: 'Approve', rejected: 'Reject', sent_back: 'Send Back' } as const;

/** Approvers who decide in Odoo's own web client, by the buttons on the case. */
export function odooDesk(
	browser: Browser,
	url: string,
	people: PreparedPeople,
	screenshots: Screenshots,
): CaseDesk {
	return {
		async decide(person, caseId, { decision, reason }) {
			const known = Object.values(people).find(({ id }) => id === person.id);
			if (!known) throw new Error(`${person.name} has no password here`);
			const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
			try {
				const page = await context.newPage();
				await logInToOdoo(page, url, known);
				await page.goto(`${url}/odoo/action-n8n_approvals.window_to_decide`);
				await page.locator('.o_data_row').first().waitFor();
				await screenshots.take(page, 'odoo-waiting-for-me');
				await page.goto(`${url}/odoo/action-n8n_approvals.window_to_decide/${String(caseId)}`);
				await page.locator('.o_form_statusbar').waitFor();
				await screenshots.take(page, 'odoo-case-form');
				const button = { name: buttons[decision], exact: true };
				await page.locator('.o_form_statusbar').getByRole('button', button).click();
				const dialog = page.locator('.modal');
				await dialog
					.locator('textarea')
					.first()
					.fill(reason ?? '');
				await screenshots.take(page, 'odoo-decision-form');
				await dialog.getByRole('button', button).click();
				await dialog.waitFor({ state: 'detached' });
				await screenshots.take(page, 'odoo-case-decided');
			} finally {
				await context.close();
			}
		},
	};
}

export async function logInToOdoo(
	page: Page,
	url: string,
	{ login, password }: { login: string; password: string },
): Promise<void> {
	await page.goto(`${url}/web/login`);
	await page.fill('input[name=login]', login);
	await page.fill('input[name=password]', password);
	await page.click('button[type=submit]');
	await page.locator('.o_main_navbar').waitFor();
}
