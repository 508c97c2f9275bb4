import { pageHeaders } from '../../src/page/pageHeaders';
import type { Canvas, Position } from './Canvas';
import { conditionOf } from './conditionOf';

const SHOW = 'Show the Page';
const FAILED = 'Odoo Did Not Answer';

/**
 * Nodes that show a visitor the page of an item of Approval Insights as it came. Where it says that
 * Odoo did not answer, the execution then fails, so that others hear of it.
 *
 * @param from nodes that give such an item
 * @param check name of the node that asks whether all is well
 */
export function drawPageAnswer(
	canvas: Canvas,
	[left, top]: Position,
	{ from, check }: { from: readonly string[]; check: string },
): Canvas {
	canvas
		.own('respondToWebhook', SHOW, [left, top], {
			respondWith: 'text',
			responseBody: '={{ $json.html }}',
			options: { responseCode: '={{ $json.statusCode }}', responseHeaders: { entries } },
		})
		.own('if', check, [left + 288, top], { conditions: hasNoFailure, options: {} })
		.own('stopAndError', FAILED, [left + 544, top], {
			errorType: 'errorMessage',
			errorMessage: '={{ $json.failure.code }}: {{ $json.failure.message }}',
		});
	for (const name of from) canvas.connect(name, [SHOW]);
	return canvas.connect(SHOW, [check]).connect(check, [], [FAILED]);
}

const entries = Object.keys(pageHeaders).map((name) => ({
	name,
	value: `={{ $json.headers["${name}"] }}`,
}));

const hasNoFailure = conditionOf({
	id: 'd7a4b1de-2c55-4f4b-9b8e-7f0a52c7c1a3',
	leftValue: '={{ $json.failure === null }}',
	is: true,
});
