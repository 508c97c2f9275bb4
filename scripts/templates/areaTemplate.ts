import { findArea } from '../../src/domain/areas/areas';
import { Canvas, colors } from './Canvas';
import { exampleEvent, exampleFile } from './exampleFile';

/** What differs from one area's template to the next. */
export interface AreaTemplate {
	file: string;
	title: string;
	area: string;
	/** What happens, for somebody who has just opened it; Markdown. */
	about: string;
	/** What has to be done in Odoo first. */
	odooFirst?: string;
	/** What policy decides; Markdown. */
	policy: string;
	/** A service that is asked between reading and policy. */
	check?: ExternalCheck;
}

/** A service outside, whose answer becomes a fact. */
export interface ExternalCheck {
	/** Name of the node that asks. */
	ask: string;
	/** Name of the node that puts the answer into the case file. */
	add: string;
	url: string;
	/** Fact, and the expression for it in the service's answer. */
	fact: string;
	value: string;
	/** What to fill in; Markdown. */
	note: string;
	/** For the team, while the service does not answer. */
	whenDown: string;
}

const CHANGED = 2;

/** An area's workflow: the common stretch with people is in the workflow *Ask people*. */
export function areaTemplate(template: AreaTemplate): Canvas {
	const { file, title, area, check } = template;
	const width = check ? 896 : 0;
	const canvas = new Canvas(file, title);
	drawNotes(canvas, template, width);
	drawReading(canvas, area);
	if (check) drawCheck(canvas, check);
	drawPolicy(canvas, area, width);
	canvas.pin('Odoo Trigger', exampleEvent(findArea(area)));
	return canvas.pin('Gather Facts', exampleFile(findArea(area)));
}

function drawNotes(canvas: Canvas, template: AreaTemplate, width: number): void {
	const { title, about, odooFirst, policy, check } = template;
	const steps = [
		...(odooFirst === undefined ? [] : [odooFirst]),
		'Run *Set up Odoo* once, and give the integration user the rights that the page of this area names.',
		'Choose your credentials in the nodes that ask for them, and in *Ask People* the workflow *Ask people*.',
		'Publish *Ask people*, *Relay decisions made in Odoo*, and then this workflow.',
	].map((step, index) => `${index + 1}. ${step}`);
	canvas
		.note('About', {
			text: `## ${title}\n${about}\n\n**Before you publish**\n${steps.join('\n')}\n\n**Try it at once:** open *Policy Evaluate* and press *Execute step*. An example is pinned, so nothing is asked of Odoo.`,
			at: [-128, -736],
			size: [1344, 336],
			color: colors.about,
		})
		.note('Odoo reports', {
			text: '### 1 · Odoo reports\n**Odoo Trigger** answers at once; what the workflow *Reconciliation sweep* fetched comes in below it. **Gather Facts** reads the record with everything it depends on, in one call.\n\nAn event that was handled before ends here. One that fails stays in Odoo’s outbox and comes again.',
			at: [-128, -368],
			size: [544, 832],
			color: colors.odoo,
		})
		.note('Policy decides the routine', {
			text: `### ${check ? 3 : 2} · Policy decides the routine\n${policy}\n\nThe strictest rule that matches wins. A fact that is missing never approves anything.`,
			at: [448 + width, -368],
			size: [544, 832],
			color: colors.policy,
		})
		.note('People decide the rest', {
			text: `### ${check ? 4 : 3} · People decide the rest\n**Ask People** hands the case to the workflow *Ask people*, which waits, reminds, escalates and carries the decision out.`,
			at: [1024 + width, -368],
			size: [304, 832],
			color: colors.people,
		})
		.note('Fill in: limits', {
			text: '**Fill in: your limits**\nOpen *Policy Evaluate* and set them. Or choose *As Table* and write your own rules.',
			at: [480 + width, -128],
			size: [272, 112],
			color: colors.fillIn,
		})
		.note('Fill in: which workflow', {
			text: '**Fill in: which workflow**\nChoose *Ask people*.',
			at: [1056 + width, -128],
			size: [240, 112],
			color: colors.fillIn,
		});
}

function drawReading(canvas: Canvas, area: string): void {
	canvas
		.ours('odooTrigger', 'Odoo Trigger', [-64, 16], { event: 'recordNeedsApproval', areas: [area] })
		.own('executeWorkflowTrigger', 'When Called by Another Workflow', [-64, 224], {
			inputSource: 'passthrough',
		})
		.ours(
			'odooRecord',
			'Gather Facts',
			[144, 16],
			{ operation: 'gatherFacts', source: 'event' },
			true,
		)
		.own('stopAndError', 'Could Not Be Read', [288, 256], {
			errorType: 'errorMessage',
			errorMessage: '={{ $json.error }}',
		})
		.connect('Odoo Trigger', ['Gather Facts'])
		.connect('When Called by Another Workflow', ['Gather Facts']);
}

/** The service gets some seconds and a second chance; without an answer policy decides without it. */
function drawCheck(canvas: Canvas, check: ExternalCheck): void {
	const { ask, add, url, fact, value, note, whenDown } = check;
	const file = "$('Gather Facts').item.json";
	const withFact = (expression: string) =>
		`={{ { ...${file}, facts: { ...${file}.facts, ${fact}: ${expression} } } }}`;
	canvas
		.note('A service is asked', {
			text: `### 2 · A service is asked\n${note}\n\n**When it does not answer**, within five seconds and two more attempts, policy decides without it, which means: people do. **Tell the Team** says so. When the service is back, whoever is asked may send the case back; handed in again, the record is judged with an answer.`,
			at: [448, -368],
			size: [864, 832],
			color: colors.odoo,
		})
		.note('Fill in: the service', {
			text: '**Fill in: the service**\nIts address and credential in the first node, and in the last one where your team reads.',
			at: [480, -112],
			size: [272, 112],
			color: colors.fillIn,
		})
		.own('httpRequest', ask, [528, 32], { method: 'GET', url, options: { timeout: 5000 } }, true)
		.own('set', add, [800, 16], {
			mode: 'raw',
			jsonOutput: withFact(`${value} ?? null`),
			options: {},
		})
		.own('set', 'Go On Without It', [800, 240], {
			mode: 'raw',
			jsonOutput: withFact('null'),
			options: {},
		})
		.own(
			'httpRequest',
			'Tell the Team',
			[1072, 304],
			{
				method: 'POST',
				url: 'https://chat.example.com/hooks/approvals',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={{ { text: ${JSON.stringify(whenDown)} + ' ' + $json.record.url } }}`,
				options: { timeout: 5000 },
			},
			true,
		)
		.connect('Gather Facts', [ask], [], ['Could Not Be Read'])
		.connect(ask, [add], ['Go On Without It'])
		.connect(add, ['Policy Evaluate'])
		.connect('Go On Without It', ['Policy Evaluate', 'Tell the Team']);
}

function drawPolicy(canvas: Canvas, area: string, width: number): void {
	const outcomes = [['Carry Out'], ['Ask People'], ['Ask People'], ['Carry Out']];
	const applied: string[][] = [[], [], [], ['Not Carried Out']];
	applied[CHANGED] = ['Gather Facts'];
	canvas
		.ours('policyEvaluate', 'Policy Evaluate', [528 + width, 16], { policySource: 'preset', area })
		.ours('odooRecord', 'Carry Out', [784 + width, 160], { operation: 'applyDecision' })
		.own('noOp', 'Not Carried Out', [880 + width, 304])
		.own('executeWorkflow', 'Ask People', [1120 + width, 32], {
			source: 'database',
			workflowId: { __rl: true, mode: 'list', value: '' },
			mode: 'each',
			options: { waitForSubWorkflow: false },
		})
		.connect('Policy Evaluate', ...outcomes)
		.connect('Carry Out', ...applied);
	if (width === 0) canvas.connect('Gather Facts', ['Policy Evaluate'], [], ['Could Not Be Read']);
}
