import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { languages } from '../../../src/domain/languages';
import type { E2eStage } from '../stage/openE2eStage';
import { askedOrder } from './askedOrder';

/** The page as everybody can use it: by keyboard, by ear, on a phone, in the dark. */
export function describeAccessibility(stage: () => E2eStage): void {
	describe('the page of a case, for everybody', () => {
		it('has no fault that axe finds, in any language, light and dark, on phone and desk', async () => {
			const { link } = await askedOrder(stage());
			const faults: string[] = [];
			for (const language of languages) {
				for (const colorScheme of ['light', 'dark'] as const) {
					for (const width of [360, 1280]) {
						const found = await faultsOf(stage(), link, { language, colorScheme, width });
						faults.push(...found.map((fault) => `${language} ${colorScheme} ${width}: ${fault}`));
					}
				}
			}
			expect(faults).toEqual([]);
		}, 180_000);

		it('is decided by keyboard alone', async () => {
			const { link } = await askedOrder(stage());
			const context = await stage().browser.newContext({ javaScriptEnabled: false });
			try {
				const page = await context.newPage();
				await page.goto(link);
				const approve = page.getByRole('button', { name: 'Approve', exact: true });
				for (let tab = 0; tab < 30; tab += 1) {
					await page.keyboard.press('Tab');
					if (await approve.evaluate((button) => button === document.activeElement)) break;
				}
				await page.keyboard.press('Enter');
				await page.locator('[role=status]').waitFor();
				expect(await page.locator('[role=status] h2').textContent()).toBe('Thank you. Approved.');
			} finally {
				await context.close();
			}
		}, 120_000);
	});
}

interface Setting {
	language: string;
	colorScheme: 'light' | 'dark';
	width: number;
}

async function faultsOf(
	{ browser }: E2eStage,
	link: string,
	{ language, colorScheme, width }: Setting,
): Promise<string[]> {
	const context = await browser.newContext({
		locale: language,
		colorScheme,
		viewport: { width, height: 800 },
		// The page runs no script; axe is one.
		bypassCSP: true,
	});
	try {
		const page = await context.newPage();
		await page.goto(link);
		for (const summary of await page.locator('summary').all()) await summary.click();
		await page.evaluate(axe.source);
		const { violations } = await page.evaluate<AxeResults>('axe.run()');
		return violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
		);
	} finally {
		await context.close();
	}
}
