import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './bootstrap.cjs';

/**
 * The cache for servers that run as a system user of their own.
 *
 * Root's home is closed to every other user, so root keeps those below /var/cache instead.
 */
export function sharedCacheFolder(): string {
	const own = cacheFolder();
	if (process.getuid?.() !== 0 || isOpenToOthers(own)) return own;
	const shared = '/var/cache/n8n-nodes-odoo-approvals';
	mkdirSync(shared, { recursive: true });
	return shared;
}

/** Where a server that we start writes its log. */
export function logFile(name: string): string {
	const folder = join(cacheFolder(), 'logs');
	mkdirSync(folder, { recursive: true });
	return join(folder, `${name}.log`);
}

function isOpenToOthers(folder: string): boolean {
	const mayEnter = (statSync(folder).mode & 0o001) !== 0;
	return mayEnter && (folder === '/' || isOpenToOthers(dirname(folder)));
}
