import { findArea } from '../../src/domain/areas/areas';
import { Canvas } from './Canvas';
import { checkWidth, drawCheck, drawCheckNotes, type ExternalCheck } from './drawCheck';
import { drawNotes } from './drawNotes';
import { exampleEvent, exampleFile } from './exampleFile';

/** What differs from one area's template to the next. */
export interface AreaTemplate {
	file: string;
	title: string;
	/** Ids of the areas that it works on, mostly one. */
	areas: readonly [string, ...string[]];
	/** What happens, for somebody who has just opened it; Markdown. */
	about: string;
	/** What has to be done in Odoo first. */
	odooFirst?: string;
	/** What policy decides; Markdown. */
	policy: string;
	/** A service that is asked between reading and policy. */
	check?: ExternalCheck;
	/** Records that ask because time has passed, and not because somebody saved them. */
	due?: DueTime;
}

/** When time alone makes a record ask. */
export interface DueTime {
	/** Field of the record that holds the time. */
	dateField: string;
	amount: number;
	unit: 'minutes' | 'hours' | 'days';
	/** Which records; as Odoo writes a domain. */
	domain: string;
}

/** Room that one policy takes, from its top to that of the next. */
const POLICY_HEIGHT = 240;

/** An area's workflow: the common stretch with people is in the workflow *Ask people*. */
export function areaTemplate(template: AreaTemplate): Canvas {
	const { file, title, areas, check } = template;
	const canvas = new Canvas(file, title);
	const left = 448 + (check ? checkWidth : 0);
	const height = Math.max(check ? 1056 : 976, 400 + areas.length * POLICY_HEIGHT);
	drawNotes(canvas, template, { left, height });
	drawReading(canvas, template);
	if (check) drawCheckNotes(canvas, check, height);
	const policies = drawPolicies(canvas, areas, left);
	drawAfterPolicy(canvas, policies, left + (areas.length > 1 ? 208 : 0));
	const first = policies.length > 1 ? 'By Area' : 'Policy Evaluate';
	if (check) drawCheck(canvas, check, areas[0], first);
	canvas.connect('Gather Facts', [check ? 'Facts Read' : first], [], ['Could Not Be Read']);
	canvas.pin('Odoo Trigger', exampleEvent(findArea(areas[0])));
	return canvas.pin('Gather Facts', exampleFile(findArea(areas[0])));
}

function drawReading(canvas: Canvas, { areas, due }: AreaTemplate): void {
	const gather = { operation: 'gatherFacts' };
	canvas
		.ours('odooTrigger', 'Odoo Trigger', [-64, 16], {
			event: 'recordNeedsApproval',
			areas: [...areas],
		})
		.own('executeWorkflowTrigger', 'When Called by Another Workflow', [-64, 208], {
			inputSource: 'passthrough',
		})
		.ours(
			'odooRecord',
			'Gather Facts',
			[144, 16],
			{ ...gather, source: 'event' },
			{ mayFail: true },
		)
		.own('stopAndError', 'Could Not Be Read', [288, 208], {
			errorType: 'errorMessage',
			errorMessage: '={{ $json.error }}',
		})
		.connect('Odoo Trigger', ['Gather Facts'])
		.connect('When Called by Another Workflow', ['Gather Facts']);
	if (due) drawDue(canvas, areas[0], due);
}

/** The event of a time names no area, so it is given the one whose records these are. */
function drawDue(canvas: Canvas, area: string, due: DueTime): void {
	const { domain, ...time } = due;
	canvas
		.ours('odooTrigger', 'When Time Is Due', [-64, 384], {
			event: 'recordChanges',
			model: { __rl: true, mode: 'name', value: findArea(area).model },
			recordEvent: 'due',
			...time,
			direction: 'after',
			filterMode: 'domain',
			domain,
		})
		.own('set', 'Name the Area', [96, 384], {
			mode: 'raw',
			jsonOutput: `={{ { ...$json, event: { ...$json.event, area: '${area}' } } }}`,
			options: {},
		})
		.connect('When Time Is Due', ['Name the Area'])
		.connect('Name the Area', ['Gather Facts']);
}

/** One policy for each area, behind a switch where there are several. Gives their names. */
function drawPolicies(canvas: Canvas, areas: AreaTemplate['areas'], left: number): string[] {
	if (areas.length === 1) {
		const preset = { policySource: 'preset', area: areas[0] };
		canvas.ours('policyEvaluate', 'Policy Evaluate', [left + 80, 16], preset);
		return ['Policy Evaluate'];
	}
	const names = areas.map((area) => `Policy: ${findArea(area).label}`);
	areas.forEach((area, index) => {
		const top = 16 + index * POLICY_HEIGHT;
		const preset = { policySource: 'preset', area };
		canvas.ours('policyEvaluate', names[index] ?? '', [left + 288, top], preset);
	});
	canvas
		.own('switch', 'By Area', [left + 48, 16], {
			mode: 'expression',
			numberOutputs: areas.length,
			output: `={{ ${JSON.stringify(areas)}.indexOf($json.record.area) }}`,
		})
		.connect('By Area', ...names.map((name) => [name]));
	return names;
}

function drawAfterPolicy(canvas: Canvas, policies: readonly string[], left: number): void {
	const outcomes = [['Carry Out'], ['Ask People'], ['Ask People'], ['Carry Out']];
	for (const policy of policies) canvas.connect(policy, ...outcomes);
	canvas
		.ours('odooRecord', 'Carry Out', [left + 304, 160], { operation: 'applyDecision' })
		.own('noOp', 'Not Carried Out', [left + 512, 240])
		.own('executeWorkflow', 'Ask People', [left + 768, 32], {
			source: 'database',
			workflowId: { __rl: true, mode: 'list', value: '' },
			mode: 'each',
			options: { waitForSubWorkflow: false },
		})
		.connect('Carry Out', [], [], ['Gather Facts'], ['Not Carried Out']);
}
