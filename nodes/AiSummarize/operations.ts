import { z } from 'zod';
import type { Operation } from '../../src/n8n/forEachItem';
import { extractFromMessageOperation } from './extractFromMessage.operation';
import { summarizeCaseOperation } from './summarizeCase.operation';

export const operationName = z.enum(['extract', 'summarize']);

export const operations: Record<z.infer<typeof operationName>, Operation> = {
	extract: extractFromMessageOperation,
	summarize: summarizeCaseOperation,
};
