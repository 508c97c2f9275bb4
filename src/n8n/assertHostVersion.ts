import { createRequire } from 'node:module';
import type { Logger } from 'n8n-workflow';
import { z } from 'zod';
import { DomainError } from '../domain/errors';

/** n8n that drops what leaves a waiting node by any output but the first. */
export class HostTooOldError extends DomainError {
	readonly code = 'HOST_TOO_OLD';

	constructor(version: string) {
		super(
			`This n8n (engine ${version}) is too old: before 2.39 it loses decisions that wake a waiting ` +
				'node. Please update n8n.',
		);
	}
}

/** The first engine that passes on every output of a woken node. */
const FIRST_FIT = [2, 39] as const;

const packageSchema = z.object({ version: z.string() });

/**
 * Refuses to wait on an n8n that would lose the decision. Where the version cannot be found out it
 * says so in the log and goes on.
 * @throws {HostTooOldError}
 */
export function assertHostVersion(
	logger: Pick<Logger, 'warn'>,
	version: string | null = readEngineVersion(),
): void {
	const [major, minor] = (version ?? '').split('.').map(Number);
	if (major === undefined || minor === undefined || Number.isNaN(major + minor)) {
		logger.warn('Approval Route: the version of n8n is not known; it needs 2.39 or later');
		return;
	}
	const [fitMajor, fitMinor] = FIRST_FIT;
	if (major < fitMajor || (major === fitMajor && minor < fitMinor)) {
		throw new HostTooOldError(`${major}.${minor}`);
	}
}

/**
 * Asks from where n8n was started: a node may have another `n8n-workflow` beside it than the engine
 * that runs it, and a feature of the engine cannot be seen from inside a node.
 */
function readEngineVersion(): string | null {
	try {
		const start = require.main?.filename ?? __filename;
		return packageSchema.parse(createRequire(start)('n8n-core/package.json')).version;
	} catch {
		return null;
	}
}
