import type { IWebhookResponseData } from 'n8n-workflow';
import type { Emission } from './forEachItem';
import { toItem } from './toItem';

/**
 * What the webhook of a waiting node gives n8n after it has answered: by which output its execution goes
 * on, and with what; without that it waits on.
 */
export function resumeBy(resume: Emission | undefined): IWebhookResponseData {
	if (!resume) return { noWebhookResponse: true };
	const { output, json } = resume;
	const byOutput = Array.from({ length: output + 1 }, (_, index) =>
		index === output ? [toItem(json, 0)] : [],
	);
	return { noWebhookResponse: true, workflowData: byOutput };
}
