import { languages } from '../../src/domain/languages';
import { Canvas, colors } from './Canvas';
import { drawPageAnswer } from './drawPageAnswer';

const ASKED = 'Asked by Browser';
const TRY = 'Try It Now';
const EXAMPLE = 'Which Record';
const TRACE = 'Process Trace';

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
		.ours('approvalInsights', TRACE, [432, 176], traceOfQuery)
		.connect(ASKED, [TRACE])
		.connect(TRY, [EXAMPLE])
		.connect(EXAMPLE, [TRACE]);
	return drawPageAnswer(canvas, [752, 176], { from: [TRACE], check: 'Could It Be Read?' });
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
		language: `={{ ${JSON.stringify(languages)}.includes($json.query.lang) ? $json.query.lang : 'browser' }}`,
		onRefusal: 'page',
	},
};

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Process trace\nOne record, or one business event, on its whole way from the save in Odoo to what became of it: events, cases, everything that was said, and how long each part took. A page to read, on a phone too. It only looks: nothing is changed.\n\n**Before you publish**\n1. Choose the *Odoo Approvals API* credential of the integration user in *Process Trace*.\n2. Go through the yellow note.\n3. Publish the workflow, and open `…/webhook/process-trace?model=sale.order&id=42`. Instead of model and id, `trace=` takes a trace ID and `case=` the number of a case; `lang=` takes en, de, fr or es; without it the browser’s language counts.\n\n**Try it at once:** put a record into *Which Record* and press *Execute workflow*. *Process Trace* has the page in its field *html*.',
			at: [-128, -512],
			size: [1584, 304],
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
			text: '**What is answered**\nA page in any case: 404 where nothing is known about it, 400 where the address is no question, 503 where Odoo does not answer; only then the execution fails, so that your *Error Workflow* hears of it.',
			at: [688, -16],
			size: [768, 352],
			color: colors.policy,
		});
}
