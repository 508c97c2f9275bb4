import type { AreaTemplate } from './areaTemplate';
import { type Canvas, colors } from './Canvas';

const TOP = -384;

/** The sticky notes of an area's workflow: what it does, what each part does, what to fill in. */
export function drawNotes(
	canvas: Canvas,
	template: AreaTemplate,
	{ left, height }: { left: number; height: number },
): void {
	const { title, policy, check, due, areas } = template;
	const room = areas.length > 1 ? 208 : 0;
	const [policyNumber, peopleNumber] = check ? [3, 4] : [2, 3];
	const inTime = due ? '\n\n**When Time Is Due** brings those that nobody has saved.' : '';
	canvas
		.note('About', {
			text: `## ${title}\n${aboutText(template)}`,
			at: [-128, TOP - 368],
			size: [1344, 336],
			color: colors.about,
		})
		.note('Odoo reports', {
			text: `### 1 · Odoo reports\n**Odoo Trigger** answers at once; what the workflow *Reconciliation sweep* fetched comes in below it. **Gather Facts** reads the record with everything it depends on, in one call.${inTime}\n\nAn event that was handled before ends here. One that fails stays in Odoo’s outbox and comes again.`,
			at: [-128, TOP],
			size: [544, height],
			color: colors.odoo,
		})
		.note('Policy decides the routine', {
			text: `### ${policyNumber} · Policy decides the routine\n${policy}\n\nThe strictest rule that matches wins. A fact that is missing never approves anything.`,
			at: [left, TOP],
			size: [640 + room, height],
			color: colors.policy,
		})
		.note('People decide the rest', {
			text: `### ${peopleNumber} · People decide the rest\n**Ask People** hands the case to the workflow *Ask people*, which waits, reminds, escalates and carries the decision out.`,
			at: [left + 672 + room, TOP],
			size: [304, height],
			color: colors.people,
		})
		.note('Fill in: limits', {
			text: `**Fill in: your limits**\nOpen *${areas.length > 1 ? 'each policy' : 'Policy Evaluate'}* and set them. Or choose *As Table* and write your own rules.`,
			at: [left + 32, -144],
			size: [272, 128],
			color: colors.fillIn,
		})
		.note('Fill in: which workflow', {
			text: '**Fill in: which workflow**\nChoose *Ask people*.',
			at: [left + 704 + room, -144],
			size: [240, 128],
			color: colors.fillIn,
		});
}

function aboutText({ about, odooFirst, areas }: AreaTemplate): string {
	const steps = [
		...(odooFirst === undefined ? [] : [odooFirst]),
		'Run *Set up Odoo* once, and give the integration user the rights that the page of this area names.',
		'Choose your credentials in the nodes that ask for them, and in *Ask People* the workflow *Ask people*.',
		'Publish *Ask people*, *Relay decisions made in Odoo*, and then this workflow.',
	].map((step, index) => `${index + 1}. ${step}`);
	const policy = areas.length > 1 ? 'the first policy' : 'Policy Evaluate';
	return `${about}\n\n**Before you publish**\n${steps.join('\n')}\n\n**Try it at once:** open *${policy}* and press *Execute step*. An example is pinned, so nothing is asked of Odoo.`;
}
