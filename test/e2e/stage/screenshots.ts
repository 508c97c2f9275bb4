import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(__dirname, '../../../.screenshots');

/** What the product looked like, for people to judge; git does not keep it. */
export class Screenshots {
	private readonly taken = new Set<string>();

	/** Takes the first picture of each name only; `fullPage` for what is below as well. */
	async take(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
		if (this.taken.has(name)) return;
		this.taken.add(name);
		await mkdir(folder, { recursive: true });
		await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
	}
}
