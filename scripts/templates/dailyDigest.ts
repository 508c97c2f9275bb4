import { openCasesFrom } from '../../src/domain/insights/openCases';
import { digestMessage } from '../../src/message/digest/digestMessage';
import { Canvas, colors } from './Canvas';
import { conditionOf } from './conditionOf';
import { channels, drawChannels } from './drawChannels';
import { exampleQueue } from './exampleQueue';

const LOOK = 'Open Cases';

/** A morning's look at what waits, sent to whoever looks after approvals. */
export function dailyDigest(): Canvas {
	const canvas = new Canvas('daily-digest', 'Daily digest');
	drawNotes(canvas);
	canvas
		.own('scheduleTrigger', 'Every Working Day at 7:30', [-64, 64], {
			rule: {
				interval: [
					{
						field: 'weeks',
						weeksInterval: 1,
						triggerAtDay: [1, 2, 3, 4, 5],
						triggerAtHour: 7,
						triggerAtMinute: 30,
					},
				],
			},
		})
		.own('manualTrigger', 'Look Now', [-64, 272])
		.ours('approvalInsights', LOOK, [288, 160], {
			operation: 'openCases',
			areas: [],
			since: '={{ $now.minus({ days: $now.weekday === 1 ? 3 : 1 }).toISO() }}',
			limit: 50,
			dashboardAccess: 'none',
		})
		.own('if', 'Worth a Message?', [640, 160], { conditions: isWorthIt, options: {} });
	return drawSending(canvas).pin(LOOK, exampleDigest());
}

/** A quiet day is no news, unless somebody wants to hear of those too. */
const isWorthIt = conditionOf({
	id: 'b1f3a0c2-6f0e-4c53-9a53-1d5a3f4f7c10',
	leftValue: '={{ $json.quiet }}',
	is: false,
});

function drawSending(canvas: Canvas): Canvas {
	return drawChannels(canvas, [1056, -48])
		.own('noOp', 'Quiet: Nothing Sent', [768, 432])
		.connect('Every Working Day at 7:30', [LOOK])
		.connect('Look Now', [LOOK])
		.connect(LOOK, ['Worth a Message?'])
		.connect('Worth a Message?', [...channels], ['Quiet: Nothing Sent']);
}

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Daily digest\nEach working day before work begins: what waits, what ran late, what has to be decided today, and what is broken. It is read from the cases, trails and events in Odoo, in one call; n8n remembers nothing.\n\n**Before you publish**\n1. Choose the *Odoo Approvals API* credential of the integration user in *Open Cases*, and a mail credential in *Send by Mail*.\n2. Go through the yellow notes.\n3. Publish the workflow.\n\n**Try it at once:** open *Worth a Message?* and press *Execute step*. An example is pinned to *Open Cases*, so nothing is asked of Odoo; its *message* is what would be sent. Unpin it to look at your own.',
			at: [-128, -512],
			size: [1408, 272],
			color: colors.about,
		})
		.note('Fill in: when', {
			text: '**Fill in: when**\nThe time is that of the time zone in the settings of this workflow. *Since* in *Open Cases* goes back to the last look: a day, and three on a Monday. Change both together.',
			at: [-128, -208],
			size: [368, 176],
			color: colors.fillIn,
		})
		.note('What is looked at', {
			text: '### What is looked at\nAll areas, or those that you choose. *Options* has the language and another time zone.',
			at: [240, 0],
			size: [288, 368],
			color: colors.odoo,
		})
		.note('Quiet days', {
			text: '**Quiet days**\nNothing waits, nothing ran late, nothing is broken: then nothing is sent. To hear of such days too, connect the second output to the messages as well.',
			at: [560, -64],
			size: [320, 176],
			color: colors.policy,
		})
		.note('Fill in: where it goes', {
			text: '**Fill in: where it goes**\nMail is on: put your addresses in it. Slack and Teams are off: put the address of an incoming webhook in, and switch the node on (D). Switch off what you do not want.',
			at: [976, -208],
			size: [304, 784],
			color: colors.fillIn,
		});
}

function exampleDigest(): Record<string, unknown> {
	const odoo = 'https://odoo.example.com';
	const found = openCasesFrom(
		exampleQueue(),
		({ model, id }) => `${odoo}/mail/view?model=${model}&res_id=${id}`,
	);
	const message = digestMessage(found, {
		language: 'en',
		zone: 'Europe/Berlin',
		casesUrl: `${odoo}/odoo/action-n8n_approvals.window_cases`,
		deadLettersUrl: `${odoo}/odoo/action-n8n_approvals.window_dead_letters`,
		dashboardUrl: null,
	});
	return { ...found, dashboardUrl: null, message };
}
