import { Canvas, colors } from './Canvas';
import { drawPageAnswer } from './drawPageAnswer';

const DRAW = 'Dashboard';
const DRAW_FOR_LINK = 'Dashboard for Links';
const VISIT = 'Open the Dashboard';
const VISIT_BY_LINK = 'Open a Link';

/** A page in the browser: what waits, where it gets stuck, how it goes, and whether all works. */
export function approvalDashboard(): Canvas {
	const canvas = new Canvas('approval-dashboard', 'Approval dashboard');
	drawNotes(canvas);
	canvas
		.own('webhook', VISIT, [-64, 64], {
			path: 'approval-dashboard',
			authentication: 'basicAuth',
			responseMode: 'responseNode',
			options: {},
		})
		.ours('approvalInsights', DRAW, [224, 64], drawing('before'))
		.own(
			'webhook',
			VISIT_BY_LINK,
			[-64, 496],
			{ path: 'approval-dashboard-link', responseMode: 'responseNode', options: {} },
			{ isOff: true },
		)
		.ours('approvalInsights', DRAW_FOR_LINK, [224, 496], drawing('signedLink'), { isOff: true })
		.connect(VISIT, [DRAW])
		.connect(VISIT_BY_LINK, [DRAW_FOR_LINK]);
	return drawPageAnswer(canvas, [512, 64], {
		from: [DRAW, DRAW_FOR_LINK],
		check: 'Was It Drawn?',
	}).pin(VISIT, exampleVisit);
}

function drawing(dashboardAccess: 'before' | 'signedLink') {
	return {
		operation: 'dashboardPage',
		areas: [],
		dashboardAccess,
		since: '={{ $now.minus({ days: 30 }).toISO() }}',
		limit: 50,
	};
}

/** What a browser sends, as far as the page goes by it. */
const exampleVisit = { headers: { 'accept-language': 'en' }, params: {}, query: {}, body: {} };

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Approval dashboard\nA page for the browser: what waits now and for how long, where it gets stuck, how it went in the last 30 days, which promises ran out, which rules people override, and whether events come through. It is read from Odoo each time somebody opens it, in two calls; n8n remembers nothing, and opening it changes nothing.\n\n**Before you publish**\n1. Go through the yellow notes, and choose the *Odoo Approvals API* credential of the integration user in *Dashboard*.\n2. Publish the workflow. The address is *Production URL* in *Open the Dashboard*.\n\n**Try it at once:** an example of a visit is pinned, so *Execute workflow* draws the page of your own Odoo; it is in the output of *Dashboard*.',
			at: [-128, -512],
			size: [1344, 304],
			color: colors.about,
		})
		.note('Fill in: who may look', {
			text: '**Fill in: who may look**\nChoose or make a *Basic Auth* credential in *Open the Dashboard*: the name and the password that the browser asks for. Without it everybody could look.',
			at: [-128, -176],
			size: [256, 432],
			color: colors.fillIn,
		})
		.note('What is shown', {
			text: '### What is shown\nAll areas, or those that you choose, and the time that *Since* says. *Options* has the language and the time zone.',
			at: [160, -176],
			size: [224, 432],
			color: colors.odoo,
		})
		.note('When Odoo is away', {
			text: '### When Odoo is away\nThe visitor gets a page that says so. Here the execution then fails, so that your *Error Workflow* hears of it.',
			at: [736, -176],
			size: [480, 432],
			color: colors.policy,
		})
		.note('Optional: signed links', {
			text: '**Optional: signed links**\nFor people without the password: the digest then brings them a link that works for some days. Switch both nodes on (D), choose *Odoo Approvals API* and *Approval Signing API* in *Dashboard for Links*, and in the workflow *Daily digest* choose *Link to the Dashboard: Signed Link*, with the *Production URL* of *Open a Link* and the same keys.',
			at: [-128, 288],
			size: [512, 384],
			color: colors.fillIn,
		});
}
