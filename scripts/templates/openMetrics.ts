import { Canvas, colors } from './Canvas';

const COUNT = 'Write Metrics';

/** An address that Prometheus scrapes. */
export function openMetrics(): Canvas {
	const canvas = new Canvas('openmetrics', 'Metrics for Prometheus');
	drawNotes(canvas);
	return canvas
		.own('webhook', 'Prometheus Scrapes', [-64, 96], {
			path: 'approval-metrics',
			authentication: 'headerAuth',
			responseMode: 'responseNode',
			options: {},
		})
		.ours(
			'approvalInsights',
			COUNT,
			[288, 96],
			{ operation: 'openMetrics', areas: [] },
			{ mayFail: true },
		)
		.own('respondToWebhook', 'Answer', [640, 0], {
			respondWith: 'text',
			responseBody: '={{ $json.text }}',
			options: { responseHeaders: { entries: [contentType('={{ $json.contentType }}')] } },
		})
		.own('respondToWebhook', 'Answer 503', [640, 224], {
			respondWith: 'text',
			responseBody: 'Odoo could not be asked. The execution in n8n says why.',
			options: {
				responseCode: 503,
				responseHeaders: { entries: [contentType('text/plain; charset=utf-8')] },
			},
		})
		.own('stopAndError', 'Odoo Could Not Be Asked', [848, 224], {
			errorType: 'errorMessage',
			errorMessage: '={{ $json.error }}',
		})
		.connect('Prometheus Scrapes', [COUNT])
		.connect(COUNT, ['Answer'], ['Answer 503'])
		.connect('Answer 503', ['Odoo Could Not Be Asked'])
		.forgetSuccess();
}

function contentType(value: string) {
	return { name: 'Content-Type', value };
}

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Metrics for Prometheus\nWhat was asked, decided and done, how long it took, what waits and whether events get through, in the form of OpenMetrics. Counted by Odoo in one call for each scrape; areas are the only names in it: no customer, no record, no person.\n\n**Before you publish**\n1. Choose the *Odoo Approvals API* credential of the integration user in *Write Metrics*.\n2. Go through the yellow note.\n3. Publish the workflow, and tell Prometheus: the page *Metrics* of the documentation has what to write, and a dashboard for Grafana.',
			at: [-128, -304],
			size: [1136, 224],
			color: colors.about,
		})
		.note('Fill in: who may scrape', {
			text: '**Fill in: who may scrape**\nChoose a *Header Auth* credential: name `Authorization`, value `Bearer` and a long random word. Without it nobody is answered.',
			at: [-128, -48],
			size: [304, 368],
			color: colors.fillIn,
		})
		.note('What is counted', {
			text: '### What is counted\nAll areas, or those that you choose, from the first case on.',
			at: [208, -48],
			size: [256, 368],
			color: colors.odoo,
		})
		.note('When it fails', {
			text: '**When it fails**, the scrape gets a 503, `up` is 0, and the execution says why. Executions that went well are not kept.',
			at: [560, 400],
			size: [448, 96],
			color: colors.policy,
		});
}
