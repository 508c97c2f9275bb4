import { approvalCore } from './approvalCore';
import { approvalDashboard } from './approvalDashboard';
import { areaTemplate } from './areaTemplate';
import { paymentTerms } from './paymentTerms';
import { processTrace } from './processTrace';
import { areaTemplates } from './areaTemplates';
import { dailyDigest } from './dailyDigest';
import { openMetrics } from './openMetrics';
import { thresholdAlerts } from './thresholdAlerts';
import { weeklyPolicyReview } from './weeklyPolicyReview';

/** The workflows that are drawn by program, by the name of their file. */
export function drawTemplates(): Map<string, Record<string, unknown>> {
	return new Map([
		['approval-core.json', approvalCore().toWorkflow()],
		['approval-dashboard.json', approvalDashboard().toWorkflow()],
		['daily-digest.json', dailyDigest().toWorkflow()],
		['openmetrics.json', openMetrics().toWorkflow()],
		['process-trace.json', processTrace().toWorkflow()],
		['payment-terms.json', paymentTerms().toWorkflow()],
		['threshold-alerts.json', thresholdAlerts().toWorkflow()],
		['weekly-policy-review.json', weeklyPolicyReview().toWorkflow()],
		...areaTemplates.map((one) => [`${one.file}.json`, areaTemplate(one).toWorkflow()] as const),
	]);
}
