import { findArea } from '../../src/domain/areas/areas';
import { type Canvas, colors } from './Canvas';

/** A service outside, whose answer becomes a fact. */
export interface ExternalCheck {
	/** Name of the node that asks. */
	ask: string;
	/** Name of the node that puts the answer into the case file. */
	add: string;
	/** Its address, as an expression. @param record expression for the record that it is asked about */
	url: (record: string) => string;
	/** Fact, and the field of it in the service's answer. */
	fact: string;
	field: string;
	/** What it is called in a sentence. */
	service: string;
	/** What to fill in; Markdown. */
	note: string;
	/** Policy does well without it, so that it is switched on by whoever has such a service. */
	isOff?: boolean;
}

/** Room that the check takes between reading and policy. */
export const checkWidth = 896;

const read = "$('Facts Read').item.json";
const unanswered = "$('Go On Without It').item.json";
const timeout = { timeout: 5000 };

/**
 * The service gets some seconds and two more chances; without an answer policy decides without it,
 * and the record is gone through anew when the service is back.
 */
export function drawCheck(canvas: Canvas, check: ExternalCheck, area: string, first: string): void {
	const { ask, add, url, isOff = false } = check;
	canvas
		.own('noOp', 'Facts Read', [480, 32])
		.own(
			'httpRequest',
			ask,
			[688, 32],
			{ method: 'GET', url: url('$json.record'), options: timeout },
			{ mayFail: true, attempts: 3, isOff },
		)
		.own('set', add, [912, 16], raw(answered(check, area)))
		.own('set', 'Go On Without It', [912, 192], raw(withoutIt(check, area)))
		.own(
			'httpRequest',
			'Tell the Team',
			[1136, 192],
			{
				method: 'POST',
				url: 'https://chat.example.com/hooks/approvals',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={{ { text: ${JSON.stringify(`${sentence(check)}, so policy decides without it:`)} + ' ' + $json.record.url } }}`,
				options: timeout,
			},
			{ mayFail: true },
		)
		.connect('Facts Read', [ask])
		.connect(ask, [add], ['Go On Without It'])
		.connect(add, [first])
		.connect('Go On Without It', [first, 'Tell the Team', 'Wait a While']);
	drawLater(canvas, check, area);
}

/** What becomes of the record when the service is back. */
function drawLater(canvas: Canvas, { url }: ExternalCheck, area: string): void {
	canvas
		.own('wait', 'Wait a While', [480, 512], {
			resume: 'timeInterval',
			amount: 15,
			unit: 'minutes',
		})
		.own(
			'httpRequest',
			'Is It Back?',
			[688, 512],
			{ method: 'GET', url: url(`${unanswered}.record`), options: timeout },
			{ mayFail: true },
		)
		.own('set', 'Take It Up Again', [912, 496], raw(`={{ ${unanswered} }}`))
		.ours(
			'odooRecord',
			'Gather Anew',
			[1136, 496],
			{
				operation: 'gatherFacts',
				source: 'record',
				area,
				recordId: '={{ $json.record.id }}',
			},
			{ mayFail: true },
		)
		.connect('Wait a While', ['Is It Back?'])
		.connect('Is It Back?', ['Take It Up Again'], ['Wait a While'])
		.connect('Take It Up Again', ['Gather Anew'])
		.connect('Gather Anew', ['Facts Read'], [], ['Could Not Be Read']);
}

/** The notes around the check. */
export function drawCheckNotes(canvas: Canvas, check: ExternalCheck, height: number): void {
	const { ask, note, isOff } = check;
	const off = isOff ? `**${ask}** is switched off; activate it when you have one. ` : '';
	canvas
		.note('A service is asked', {
			text: `### 2 · A service is asked\n${off}${note}\n\n**When it does not answer**, within five seconds and two more attempts, policy decides without it, and **Tell the Team** says so. What policy leaves to people, people see without it, and why.`,
			at: [448, -384],
			size: [864, height],
			color: colors.odoo,
		})
		.note('Fill in: the service', {
			text: '**Fill in: the service**\nIts address and credential in the nodes that ask, and where your team reads.',
			at: [480, -112],
			size: [272, 112],
			color: colors.fillIn,
		})
		.note('When the service is back', {
			text: '**When it is back**, the record is read and judged anew with an answer, and the case that waits is superseded. One that somebody has decided stays as it is.',
			at: [464, 400],
			size: [832, 256],
			color: colors.odoo,
		});
}

function raw(jsonOutput: string): Record<string, unknown> {
	return { mode: 'raw', jsonOutput, options: {} };
}

function sentence({ service }: ExternalCheck): string {
	return `The ${service} does not answer`;
}

/** The case file with the answer as a fact, and as a figure for people. */
function answered({ fact, field }: ExternalCheck, area: string): string {
	const value = `$json.${field}`;
	const figure = `{ label: '${labelOf(fact, area)}', value: String(${value}) }`;
	const figures = `[...${read}.record.figures, ...(${value} === undefined ? [] : [${figure}])]`;
	return file([
		`facts: { ...${read}.facts, ${fact}: ${value} ?? null }`,
		`record: { ...${read}.record, figures: ${figures} }`,
	]);
}

/**
 * The case file without the answer, and why. With another fingerprint than the record has by itself:
 * what is judged with an answer later is another matter, although nobody has changed the record.
 */
function withoutIt(check: ExternalCheck, area: string): string {
	const { fact, service } = check;
	const reason = `'the ${service} does not answer'`;
	const figure = `{ label: '${labelOf(fact, area)}', value: ${reason} }`;
	return file([
		`facts: { ...${read}.facts, ${fact}: null }`,
		`unknown: { ...${read}.unknown, ${fact}: ${reason} }`,
		`record: { ...${read}.record, figures: [...${read}.record.figures, ${figure}] }`,
		`fingerprint: ${read}.fingerprint.hash('sha256')`,
	]);
}

function file(sections: readonly string[]): string {
	return `={{ { ...${read}, ${sections.join(', ')} } }}`;
}

function labelOf(fact: string, area: string): string {
	const declared = findArea(area).factDeclarations[fact];
	if (!declared) throw new Error(`The area ${area} has no fact "${fact}"`);
	return declared.label.replaceAll("'", '’');
}
