import { z } from 'zod';
import type { Operation, OutputsOfNode } from '../../src/n8n/forEachItem';
import { relayDecision } from './relayDecision.operation';
import { routeAndWait } from './routeAndWait.operation';
import { routeOnly } from './routeOnly.operation';

export const operationName = z.enum(['relayDecision', 'routeAndWait', 'routeOnly']);

/** What each operation runs, how many outputs it has, and by which one a failed item leaves. */
export const operations: Record<
	z.infer<typeof operationName>,
	OutputsOfNode & { run: Operation }
> = {
	relayDecision: { run: relayDecision, outputs: 2 },
	routeAndWait: { run: routeAndWait, outputs: 5 },
	routeOnly: { run: routeOnly, outputs: 3, failureOutput: 2 },
};
