import { z } from 'zod';
import type { Operation, OutputsOfNode } from '../../src/n8n/forEachItem';
import { openCases } from './openCases.operation';

export const operationName = z.enum(['openCases']);

/** What each operation runs, and how many outputs it has. */
export const operations: Record<
	z.infer<typeof operationName>,
	OutputsOfNode & { run: Operation }
> = {
	openCases: { run: openCases, outputs: 1 },
};
