import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const packageName = 'n8n-nodes-odoo-approvals';

/** Where downloads are kept between runs, outside the tree. Made when missing. */
export function cacheFolder(): string {
	const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
	return made(join(base, packageName));
}

/**
 * The cache for servers that run as a system user of their own.
 *
 * Root's home is closed to every other user, so root keeps those below /var/cache instead.
 */
export function sharedCacheFolder(): string {
	const own = cacheFolder();
	if (process.getuid?.() !== 0 || isOpenToOthers(own)) return own;
	return made(join('/var/cache', packageName));
}

function isOpenToOthers(folder: string): boolean {
	const mayEnter = (statSync(folder).mode & 0o001) !== 0;
	return mayEnter && (folder === '/' || isOpenToOthers(dirname(folder)));
}

function made(folder: string): string {
	mkdirSync(folder, { recursive: true });
	return folder;
}
