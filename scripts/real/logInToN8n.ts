import type { Page } from 'playwright-core';
import { N8nApi } from './N8nApi';

export async function logInToN8n(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.fill('input[name=emailOrLdapLoginId]', N8nApi.owner.email);
	await page.fill('input[name=password]', N8nApi.owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.includes('signin'));
}
