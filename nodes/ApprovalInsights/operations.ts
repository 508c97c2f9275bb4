import { z } from 'zod';
import type { Operation, OutputsOfNode } from '../../src/n8n/forEachItem';
import { anomalies } from './anomalies.operation';
import { checkThresholds } from './checkThresholds.operation';
import { dashboard } from './dashboardPage.operation';
import { figures } from './figures.operation';
import { openCases } from './openCases.operation';
import { openMetrics } from './openMetrics.operation';
import { processTrace } from './processTrace.operation';

export const operationName = z.enum([
	'anomalies',
	'checkThresholds',
	'dashboardPage',
	'figures',
	'openCases',
	'openMetrics',
	'processTrace',
]);

/** What each operation runs, and how many outputs it has. */
export const operations: Record<
	z.infer<typeof operationName>,
	OutputsOfNode & { run: Operation }
> = {
	anomalies: { run: anomalies, outputs: 1 },
	checkThresholds: { run: checkThresholds, outputs: 1 },
	dashboardPage: { run: dashboard, outputs: 1 },
	figures: { run: figures, outputs: 1 },
	openCases: { run: openCases, outputs: 1 },
	openMetrics: { run: openMetrics, outputs: 1 },
	processTrace: { run: processTrace, outputs: 1 },
};
