import { languages } from '../../src/domain/languages';
import { noticePage } from '../../src/page/layout';
import { pageHeaders } from '../../src/page/pageHeaders';
import { Canvas, colors } from './Canvas';
import { conditionOf } from './conditionOf';

const ASKED = 'Asked by Browser';
const TRY = 'Try It Now';
const EXAMPLE = 'Which Record';
const TRACE = 'Process Trace';
const FAULT = 'A Bad Address?';

/** A page that tells the whole way of one record, for whoever has the name and password. */
export function processTrace(): Canvas {
	const canvas = new Canvas('process-trace', 'Process trace');
	drawNotes(canvas);
	canvas
		.own('webhook', ASKED, [-64, 64], {
			httpMethod: 'GET',
			path: 'process-trace',
			authentication: 'basicAuth',
			responseMode: 'responseNode',
			options: {},
		})
		.own('manualTrigger', TRY, [-64, 304])
		.own('set', EXAMPLE, [144, 304], {
			mode: 'raw',
			jsonOutput: "={{ { query: { model: 'sale.order', id: '1' } } }}",
			options: {},
		})
		.ours('approvalInsights', TRACE, [432, 176], traceOfQuery, { mayFail: true })
		.own(
			'respondToWebhook',
			'Show the Page',
			[784, 64],
			respond('={{ $json.html }}', '={{ $json.found ? 200 : 404 }}'),
		)
		.own('if', FAULT, [784, 288], { conditions: isBadAddress, options: {} })
		.own('respondToWebhook', 'Say How to Ask', [1040, 208], respond(badAddress, 400))
		.own('respondToWebhook', 'Say Not Now', [1040, 400], respond(notNow, 503))
		.own('stopAndError', 'Could Not Be Read', [1280, 400], {
			errorMessage: '={{ $json.error }}',
		});
	return canvas
		.connect(ASKED, [TRACE])
		.connect(TRY, [EXAMPLE])
		.connect(EXAMPLE, [TRACE])
		.connect(TRACE, ['Show the Page'], [FAULT])
		.connect(FAULT, ['Say How to Ask'], ['Say Not Now'])
		.connect('Say Not Now', ['Could Not Be Read']);
}

/** What the address names: a trace ID, a case, or a record. */
const traceOfQuery = {
	operation: 'processTrace',
	findBy: "={{ $json.query.trace ? 'traceId' : $json.query.case ? 'caseId' : 'record' }}",
	traceModel: '={{ $json.query.model }}',
	traceRecordId: '={{ $json.query.id }}',
	traceId: '={{ $json.query.trace }}',
	traceCaseId: '={{ $json.query.case }}',
	traceLimit: 200,
	traceOptions: {
		language: `={{ ${JSON.stringify(languages)}.includes($json.query.lang) ? $json.query.lang : 'en' }}`,
	},
};

const isBadAddress = conditionOf({
	id: '7d0a8f6e-4a57-4f0a-9a64-5c0f9a1d2e11',
	leftValue: '={{ $json.details.code }}',
	is: 'PARAMETER_INVALID',
});

const badAddress = notice(
	'This address says nothing that can be looked for',
	'End it with ?model=sale.order&id=42 for a record, with ?trace= and the 32 digits of a trace ID, or with ?case= and the number of a case.',
);
const notNow = notice(
	'Odoo does not answer right now',
	'Nothing is lost and nothing was changed. Please try again in a few minutes.',
);

/** A page that is the same for everybody, in one line. */
function notice(title: string, text: string): string {
	return noticePage({ status: 200, tone: 'bad', title, text }, 'en').replace(/\s+/g, ' ');
}

function respond(responseBody: string, responseCode: string | number) {
	const entries = Object.entries(pageHeaders).map(([name, value]) => ({ name, value }));
	return {
		respondWith: 'text',
		responseBody,
		options: {
			responseCode,
			responseHeaders: { entries },
		},
	};
}

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Process trace\nOne record, or one business event, on its whole way from the save in Odoo to what became of it: events, cases, everything that was said, and how long each part took. A page to read, on a phone too. It only looks: nothing is changed.\n\n**Before you publish**\n1. Choose the *Odoo Approvals API* credential of the integration user in *Process Trace*.\n2. Go through the yellow note.\n3. Publish the workflow, and open `…/webhook/process-trace?model=sale.order&id=42`. Instead of model and id, `trace=` takes a trace ID and `case=` the number of a case; `lang=` takes en, de, fr or es.\n\n**Try it at once:** put a record into *Which Record* and press *Execute workflow*. *Process Trace* has the page in its field *html*.',
			at: [-128, -512],
			size: [1536, 304],
			color: colors.about,
		})
		.note('Fill in: who may look', {
			text: '**Fill in: who may look**\nThe page tells what people decided and why. Make a *Basic Auth* credential of n8n and choose it here; give its name and password to nobody who may not see every case.',
			at: [-128, -176],
			size: [368, 400],
			color: colors.fillIn,
		})
		.note('What is read', {
			text: '### What is read\nOne call to Odoo. *Options* has the time zone, where it is not that of the workflow.',
			at: [352, -16],
			size: [272, 352],
			color: colors.odoo,
		})
		.note('What is answered', {
			text: '**What is answered**\nA page in any case: 404 where nothing is known about it, 400 where the address is no question, 503 where Odoo does not answer; only then the execution fails.',
			at: [704, -176],
			size: [704, 128],
			color: colors.policy,
		});
}
