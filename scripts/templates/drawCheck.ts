import { type Canvas, colors } from './Canvas';

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

/** Room that the check takes between reading and policy. */
export const checkWidth = 896;

/** The service gets some seconds and two more chances; without an answer policy decides without it. */
export function drawCheck(canvas: Canvas, check: ExternalCheck, height: number): void {
	const { ask, add, url, fact, value, note, whenDown } = check;
	const file = "$('Gather Facts').item.json";
	const withFact = (expression: string) => ({
		mode: 'raw',
		jsonOutput: `={{ { ...${file}, facts: { ...${file}.facts, ${fact}: ${expression} } } }}`,
		options: {},
	});
	canvas
		.note('A service is asked', {
			text: `### 2 · A service is asked\n${note}\n\n**When it does not answer**, within five seconds and two more attempts, policy decides without it, which means: people do. **Tell the Team** says so. When the service is back, whoever is asked may send the case back; handed in again, the record is judged with an answer.`,
			at: [448, -384],
			size: [864, height],
			color: colors.odoo,
		})
		.note('Fill in: the service', {
			text: '**Fill in: the service**\nIts address and credential in the first node, and in the last one where your team reads.',
			at: [480, -128],
			size: [272, 112],
			color: colors.fillIn,
		})
		.own(
			'httpRequest',
			ask,
			[528, 32],
			{ method: 'GET', url, options: { timeout: 5000 } },
			{ mayFail: true, attempts: 3 },
		)
		.own('set', add, [800, 16], withFact(`${value} ?? null`))
		.own('set', 'Go On Without It', [800, 208], withFact('null'))
		.own(
			'httpRequest',
			'Tell the Team',
			[1072, 272],
			{
				method: 'POST',
				url: 'https://chat.example.com/hooks/approvals',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={{ { text: ${JSON.stringify(whenDown)} + ' ' + $json.record.url } }}`,
				options: { timeout: 5000 },
			},
			{ mayFail: true },
		)
		.connect(ask, [add], ['Go On Without It'])
		.connect(add, ['Policy Evaluate'])
		.connect('Go On Without It', ['Policy Evaluate', 'Tell the Team']);
}
