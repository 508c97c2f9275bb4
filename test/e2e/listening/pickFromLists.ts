import type { Page } from 'playwright-core';
import type { Screenshots } from '../stage/screenshots';

/**
 * Chooses model and watched field in the open panel of the trigger; both lists come from Odoo.
 *
 * @returns the fields that are chosen then, as the editor shows them
 */
export async function pickFromLists(page: Page, screenshots: Screenshots): Promise<string> {
	await screenshots.take(page, 'trigger-without-model');
	await page.getByPlaceholder('Choose...').click();
	await page.getByPlaceholder('Search...').fill('Sales Order');
	await page.getByText('Sales Order (sale.order)', { exact: true }).click();
	const watched = page.locator('[data-test-id="parameter-input-watchedFields"]');
	// Until the list has come there is nothing to type in, and nothing opens.
	await watched.locator('.el-select__input').waitFor({ state: 'attached' });
	await watched.locator('.el-select__caret').click();
	await page.keyboard.type('Customer Reference');
	// The other list of fields has it too, and is closed.
	const option = page.locator('.option-headline:visible');
	await option.filter({ hasText: 'Customer Reference (client_order_ref)' }).click();
	await page.keyboard.press('Escape');
	await screenshots.take(page, 'trigger-any-model');
	return await watched.innerText();
}
