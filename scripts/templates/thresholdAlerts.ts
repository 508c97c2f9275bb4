import { checkThresholds } from '../../src/domain/insights/thresholds';
import { alertMessage, alertUrl } from '../../src/message/alert/alertMessage';
import { Canvas, colors } from './Canvas';
import { conditionOf } from './conditionOf';
import { channels, drawChannels } from './drawChannels';
import { exampleQueue } from './exampleQueue';

const TABLE = 'approval_alerts';
const CHECK = 'Check Thresholds';
const thresholds = {
	oldestWaiting: 48,
	overdueCases: 5,
	deadLetters: 0,
	outboxLag: 60,
	lateDecisions: 20,
};

/** Tells when something begins to be past a threshold, each morning while it is, and when it is over. */
export function thresholdAlerts(): Canvas {
	const canvas = new Canvas('threshold-alerts', 'Threshold alerts');
	drawNotes(canvas);
	canvas
		.own('scheduleTrigger', 'Every 15 Minutes', [-64, 96], {
			rule: { interval: [{ field: 'minutes', minutesInterval: 15 }] },
		})
		.own('manualTrigger', 'Check Now', [-64, 304])
		.own('dataTable', 'Have a Table', [144, 192], {
			resource: 'table',
			operation: 'create',
			tableName: TABLE,
			columns: {
				column: [
					{ name: 'alert', type: 'string' },
					{ name: 'toldOn', type: 'string' },
				],
			},
			options: { createIfNotExists: true },
		})
		.ours('approvalInsights', CHECK, [400, 192], {
			operation: 'checkThresholds',
			areas: [],
			...thresholds,
			thresholdOptions: {},
		})
		.own('if', 'Exceeded?', [656, 192], { conditions: isExceeded, options: {} });
	drawMemory(canvas);
	return connected(drawChannels(canvas, [1488, 32])).pin(CHECK, exampleAlert());
}

const isExceeded = conditionOf({
	id: '6d0b8f4e-6c1c-4a43-9a51-0f5f9a9be4d2',
	leftValue: '={{ $json.exceeded }}',
	is: true,
});

const sameAlert = { keyName: 'alert', condition: 'eq', keyValue: '={{ $json.alert }}' };
/** Days begin at eight, so that nobody is told again at midnight. Rows can only be looked for by what they are. */
const today = '={{ $now.minus({ hours: 8 }).toISODate() }}';
const sameDay = { keyName: 'toldOn', condition: 'eq', keyValue: today };

/** What was told, and when: rows of a data table, so that the next look knows. */
function drawMemory(canvas: Canvas): void {
	const table = (operation: string, conditions: object[]) => ({
		resource: 'row',
		operation,
		dataTableId: { __rl: true, mode: 'name', value: TABLE },
		matchType: 'allConditions',
		filters: { conditions },
	});
	const column = (id: string) => ({
		id,
		displayName: id,
		type: 'string',
		required: false,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: true,
	});
	canvas
		.own('dataTable', 'Not Told Today?', [960, 128], table('rowNotExists', [sameAlert, sameDay]))
		.own('dataTable', 'Told Before?', [960, 448], table('rowExists', [sameAlert]))
		.own('noOp', 'Tell', [1232, 256])
		.own('dataTable', 'Note That It Was Told', [1232, 544], {
			...table('upsert', [sameAlert]),
			columns: {
				mappingMode: 'defineBelow',
				value: { alert: '={{ $json.alert }}', toldOn: today },
				schema: [column('alert'), column('toldOn')],
			},
			options: {},
		})
		.own('dataTable', 'Forget It', [1232, 736], {
			...table('deleteRows', [sameAlert]),
			options: {},
		});
}

/**
 * What is noted stands below what is sent, and so comes after it: an alert that could not be sent is
 * sent by the next look.
 */
function connected(canvas: Canvas): Canvas {
	return canvas
		.connect('Every 15 Minutes', ['Have a Table'])
		.connect('Check Now', ['Have a Table'])
		.connect('Have a Table', [CHECK])
		.connect(CHECK, ['Exceeded?'])
		.connect('Exceeded?', ['Not Told Today?'], ['Told Before?'])
		.connect('Not Told Today?', ['Tell', 'Note That It Was Told'])
		.connect('Told Before?', ['Tell', 'Forget It'])
		.connect('Tell', [...channels]);
}

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Threshold alerts\nEvery 15 minutes: does a case wait too long, are too many overdue, did too many decisions come late, are there dead letters, do events get through? One message for each: when it begins, each morning at eight while it lasts, and when it is over.\n\n**Before you publish**\n1. Choose the *Odoo Approvals API* credential of the integration user in *Check Thresholds*, and a mail credential in *Send by Mail*.\n2. Go through the yellow notes.\n3. In the *Settings* of this workflow choose *Dead letters and replay* as *Error Workflow*: where Odoo does not answer, nothing can be checked, and the execution fails.\n4. Publish the workflow.\n\n**Try it at once:** open *Exceeded?* and press *Execute step*. An example is pinned to *Check Thresholds*, so nothing is asked of Odoo; its *message* is what would be sent. Unpin it to check your own.',
			at: [-128, -448],
			size: [1840, 272],
			color: colors.about,
		})
		.note('Fill in: thresholds', {
			text: '**Fill in: what is still fine**\nOpen *Check Thresholds* and set how long, how many and how large a share. *Options* has over how many hours decisions are looked at, and how many there must be.',
			at: [320, 0],
			size: [256, 368],
			color: colors.fillIn,
		})
		.note('What was told', {
			text: '### What was told\nA data table of n8n, *approval_alerts*, has a row for each alert that was told and is not over. It is made by itself. Delete a row to be told again.\n\nA day begins at eight in the time zone of this workflow: the *8* is in *Not Told Today?* and *Note That It Was Told*.',
			at: [864, -144],
			size: [288, 768],
			color: colors.policy,
		})
		.note('Fill in: where it goes', {
			text: '**Fill in: where it goes**\nMail is on: put your addresses in it. Slack and Teams are off: put the address of an incoming webhook in, and switch the node on (D).',
			at: [1376, -144],
			size: [336, 800],
			color: colors.fillIn,
		});
}

function exampleAlert(): Record<string, unknown> {
	const queue = exampleQueue();
	const [check] = checkThresholds(queue, undefined, { ...thresholds, leastDecisions: 10 });
	if (!check?.exceeded) throw new Error('The example is past no threshold');
	const listUrl = (list: string) => `https://odoo.example.com/odoo/action-n8n_approvals.${list}`;
	const reader = { language: 'en', zone: 'Europe/Berlin', listUrl } as const;
	const { at } = queue;
	return {
		...check,
		at,
		url: alertUrl(check.alert, reader),
		message: alertMessage(check, at, reader),
	};
}
