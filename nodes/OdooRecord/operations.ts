import { z } from 'zod';
import type { Operation, OutputsOfNode } from '../../src/n8n/forEachItem';
import { acknowledgeEvent } from './acknowledgeEvent.operation';
import { applyDecision } from './applyDecision.operation';
import { catchUp } from './catchUp.operation';
import { claimEvents } from './claimEvents.operation';
import { gatherFacts } from './gatherFacts.operation';
import { postMessage } from './postMessage.operation';
import { recordFailure } from './recordFailure.operation';
import { replayEvents } from './replayEvents.operation';
import { setUpOdoo } from './setUpOdoo.operation';
import { verifyAuditTrail } from './verifyAuditTrail.operation';

export const operationName = z.enum([
	'acknowledgeEvent',
	'applyDecision',
	'catchUp',
	'claimEvents',
	'gatherFacts',
	'postMessage',
	'recordFailure',
	'replayEvents',
	'setUpOdoo',
	'verifyAuditTrail',
]);

/** What each operation runs, how many outputs it has, and by which one a failed item leaves. */
export const operations: Record<
	z.infer<typeof operationName>,
	OutputsOfNode & { run: Operation }
> = {
	acknowledgeEvent: { run: acknowledgeEvent, outputs: 2 },
	applyDecision: { run: applyDecision, outputs: 4, failureOutput: 3 },
	catchUp: { run: catchUp, outputs: 1 },
	claimEvents: { run: claimEvents, outputs: 1 },
	gatherFacts: { run: gatherFacts, outputs: 2 },
	postMessage: { run: postMessage, outputs: 1 },
	recordFailure: { run: recordFailure, outputs: 1 },
	replayEvents: { run: replayEvents, outputs: 1 },
	setUpOdoo: { run: setUpOdoo, outputs: 1 },
	verifyAuditTrail: { run: verifyAuditTrail, outputs: 2, failureOutput: 1 },
};
