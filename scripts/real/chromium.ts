import { access } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';
import { installDebianPackages } from './debianPackages';

const executablePath = '/usr/bin/chromium';

/** Starts Debian's Chromium without a window; installs it when it is missing. */
export async function launchChromium(): Promise<Browser> {
	const isPresent = await access(executablePath).then(
		() => true,
		() => false,
	);
	if (!isPresent) await installDebianPackages('Chromium', ['chromium', 'fonts-dejavu-core']);
	return await chromium.launch({
		executablePath,
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
