import { z } from 'zod';
import type { Operation, OutputsOfNode } from '../../src/n8n/forEachItem';
import { adjustOperation } from './adjust.operation';
import { checkClockOperation } from './check.operation';
import { pauseOperation } from './pause.operation';
import { resumeOperation } from './resume.operation';
import { startClockOperation } from './start.operation';
import { stopOperation } from './stop.operation';
import { sweepOperation } from './sweep.operation';
import { waitUntilOperation } from './waitUntil.operation';

export const operationName = z.enum([
	'adjust',
	'check',
	'pause',
	'resume',
	'start',
	'stop',
	'sweep',
	'waitUntil',
]);

/** What each operation runs, how many outputs it has, and by which one a failed item leaves. */
export const operations: Record<
	z.infer<typeof operationName>,
	OutputsOfNode & { run: Operation }
> = {
	adjust: { run: adjustOperation, outputs: 1 },
	check: { run: checkClockOperation, outputs: 3, failureOutput: 2 },
	pause: { run: pauseOperation, outputs: 1 },
	resume: { run: resumeOperation, outputs: 1 },
	start: { run: startClockOperation, outputs: 1 },
	stop: { run: stopOperation, outputs: 1 },
	sweep: { run: sweepOperation, outputs: 2 },
	waitUntil: { run: waitUntilOperation, outputs: 4, failureOutput: 1 },
};
