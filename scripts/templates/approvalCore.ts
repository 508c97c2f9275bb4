import { Canvas, colors } from './Canvas';
import { roleGroups } from './roleGroups';

const reading = { errorType: 'errorMessage', errorMessage: '={{ $json.error }}' };

/** The stretch that all areas share: people are asked, in time, and what they decide is carried out. */
export function approvalCore(): Canvas {
	const canvas = new Canvas('approval-core', 'Ask people');
	drawNotes(canvas);
	const rows = Object.entries(roleGroups).map(([role, approver]) => ({
		role,
		kind: 'group',
		approver,
		limit: 0,
		quorum: 1,
	}));
	const authority = { authority: { rows }, fallbackGroup: 'n8n_approvals.group_manager' };
	canvas
		.own('executeWorkflowTrigger', 'When Called by Another Workflow', [-64, 32], {
			inputSource: 'passthrough',
		})
		.ours('aiSummarize', 'AI Summarize', [208, 32], {})
		.ours('slaTimer', 'Start SLA Clock', [592, 32], startClock)
		.ours(
			'approvalRoute',
			'Approval Route',
			[896, -32],
			{
				operation: 'routeAndWait',
				...authority,
				linkDays: 14,
				routeOptions: { leaveAtWarnings: true },
			},
			{ mayFail: true },
		)
		.ours('escalate', 'Escalate', [1200, -256], {
			ladder: {
				rows: [
					{ action: 'remind', workingMinutes: 60, more: { at: 'warning' } },
					{ action: 'fallback', workingMinutes: 240 },
				],
			},
			...authority,
		})
		.own('noOp', 'Manual Queue', [1472, -224])
		.ours('odooRecord', 'Apply Decision', [1200, 0], { operation: 'applyDecision' })
		.own('noOp', 'Not Carried Out', [1472, 64])
		.own('executeWorkflow', 'Start Over', [1472, 240], {
			source: 'database',
			workflowId: { __rl: true, mode: 'id', value: '={{ $json.event.workflowId }}' },
			mode: 'each',
			options: { waitForSubWorkflow: false },
		})
		.own('stopAndError', 'Nobody Could Be Asked', [1200, 304], reading);
	return connect(canvas);
}

function connect(canvas: Canvas): Canvas {
	return canvas
		.connect('When Called by Another Workflow', ['AI Summarize'])
		.connect('AI Summarize', ['Start SLA Clock'])
		.connect('Start SLA Clock', ['Approval Route'])
		.connect(
			'Approval Route',
			['Escalate'],
			['Apply Decision'],
			['Apply Decision'],
			['Apply Decision'],
			['Start Over'],
			['Nobody Could Be Asked'],
		)
		.connect('Escalate', ['Approval Route'], ['Manual Queue'])
		.connect('Apply Decision', [], [], ['Start Over'], ['Not Carried Out']);
}

const startClock = {
	operation: 'start',
	targets: {
		rows: [
			{ class: 'standard', workingMinutes: 480, aroundTheClock: false },
			{ class: 'urgent', workingMinutes: 60, aroundTheClock: false },
		],
	},
	warnPercent: '75',
	zone: '',
	hours: { rows: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }] },
	holidays: '',
	calendarSource: 'fields',
};

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Ask people\nThe workflows of the areas hand over to this one what policy leaves to people. The case opens in Odoo, every approver gets a personal link, and the execution waits, also through a restart of n8n. At a warning of the clock **Escalate** reminds them; when their time runs out, it asks the fallback group. When nobody is left to ask, the case is in Odoo’s *Manual Queue*, with an owner.\n\nWhat they decide is carried out in Odoo. Where the record changed meanwhile, **Start Over** has the area’s own workflow judge it anew.\n\n**Before you publish:** choose your credentials in the nodes that ask for them, and go through the yellow notes. One is enough for all areas.',
			at: [-128, -656],
			size: [1808, 256],
			color: colors.about,
		})
		.note('A clerk writes it short', {
			text: '### 1 · A clerk writes it short',
			at: [-128, -368],
			size: [640, 832],
			color: colors.policy,
		})
		.note('People decide', {
			text: '### 2 · People decide, in time',
			at: [544, -368],
			size: [1136, 832],
			color: colors.people,
		})
		.note('Optional: a model', {
			text: '**Optional: a model**\nAttach a Chat Model to *AI Summarize* and it writes the advice. Without one it is told from the rules.',
			at: [176, -144],
			size: [304, 112],
			color: colors.fillIn,
		})
		.note('Fill in: time', {
			text: '**Fill in: how long people have**\nWorking minutes of each SLA class, and your hours.',
			at: [576, -144],
			size: [240, 112],
			color: colors.fillIn,
		})
		.note('Fill in: people', {
			text: '**Fill in: who may decide**\nIn *Approval Route* and *Escalate*: a user or group of Odoo for each role that your policies name, with a limit where there is one.',
			at: [848, -224],
			size: [304, 128],
			color: colors.fillIn,
		});
}
