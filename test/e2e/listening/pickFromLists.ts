import type { Page } from 'playwright-core';
import type { Screenshots } from '../stage/screenshots';

/**
 * Chooses model and watched field in the open panel of the trigger; both lists come from Odoo.
 *
 * @returns the fields that are chosen then, as the editor shows them
 */
export async function pickFromLists(page: Page, screenshots: Screenshots): Promise<string[]> {
	await screenshots.take(page, 'trigger-without-model');
	await page.getByPlaceholder('Choose...').click();
	await page.getByPlaceholder('Search...').fill('Sales Order');
	await page.getByText('Sales Order (sale.order)', { exact: true }).click();
	await page.getByText('Watched Field Names or IDs').waitFor();
	const watched = page.locator('[data-test-id="parameter-input-watchedFields"]');
	await watched.click();
	await page.keyboard.type('Customer Reference');
	await page.getByText('Customer Reference (client_order_ref)', { exact: true }).click();
	await page.keyboard.press('Escape');
	await screenshots.take(page, 'trigger-any-model');
	return await watched.locator('.el-tag').allInnerTexts();
}
