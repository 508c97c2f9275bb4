import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Where a waiting execution is reached. Without parameters in it, since n8n would have to start an
 * expression engine for every visit.
 */
const visits: IWebhookDescription = {
	name: 'default',
	httpMethod: 'GET',
	path: '',
	responseMode: 'onReceived',
	responseData: '',
	restartWebhook: true,
};

export const waitingWebhooks: IWebhookDescription[] = [visits, { ...visits, httpMethod: 'POST' }];
