import type { Browser, Page } from 'playwright-core';
import type { Answer } from '../../../scripts/scenario/OrderStory';
import type { PageAnswer, Pages } from '../../../scripts/scenario/Stage';
import type { Screenshots } from './screenshots';

/** Approvers with a phone: a small screen, and no JavaScript, which the page must do without. */
export function browserPages(browser: Browser, screenshots: Screenshots): Pages {
	return {
		async answer(link, given) {
			const context = await browser.newContext({
				viewport: { width: 390, height: 844 },
				deviceScaleFactor: 2,
				javaScriptEnabled: false,
			});
			try {
				const page = await context.newPage();
				await page.goto(link);
				await screenshots.take(page, `page-before-${given.decision}`);
				const answer = await press(page, given);
				await screenshots.take(page, `page-after-${given.decision}`);
				return answer;
			} finally {
				await context.close();
			}
		},
	};
}

const buttons = { approved: 'Approve', rejected: 'Reject', sent_back: 'Send back' } as const;

async function press(page: Page, answer: Answer): Promise<PageAnswer> {
	const { decision, reason, reasonCode } = answer;
	if (decision !== 'approved') await page.getByText('Reject or send back', { exact: true }).click();
	if (reasonCode !== undefined) await page.getByLabel('Kind of reason').selectOption(reasonCode);
	if (reason !== undefined) await page.getByLabel('Reason, or').fill(reason);
	const posted = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.getByRole('button', { name: buttons[decision], exact: true }).click();
	const status = (await posted).status();
	await page.waitForLoadState();
	const heading = await page.locator('[role=status] :is(h1, h2)').first().textContent();
	return { status, heading: heading?.trim() ?? '' };
}
