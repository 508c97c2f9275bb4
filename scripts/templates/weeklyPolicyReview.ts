import { salesOrderPolicy } from '../../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { withThresholds } from '../../src/domain/policy/policyThresholds';
import { Canvas, colors } from './Canvas';

const FIGURES = 'Rules People Override';
const SIMULATE = 'Simulate Both Policies';
const area = 'sales_order_release';

/** What other limits would have changed in the past weeks, and which rules people override most. */
export function weeklyPolicyReview(): Canvas {
	const canvas = new Canvas('weekly-policy-review', 'Weekly policy review');
	drawNotes(canvas);
	return canvas
		.own('scheduleTrigger', 'Mondays at 7:00', [-64, 64], {
			rule: {
				interval: [
					{
						field: 'weeks',
						weeksInterval: 1,
						triggerAtDay: [1],
						triggerAtHour: 7,
						triggerAtMinute: 0,
					},
				],
			},
		})
		.own('manualTrigger', 'Review Now', [-64, 272])
		.ours('approvalInsights', FIGURES, [288, 160], {
			operation: 'figures',
			areas: [area],
			from: '={{ $now.minus({ weeks: 8 }).toISO() }}',
			until: '',
			period: 'none',
		})
		.ours('policyEvaluate', SIMULATE, [624, 160], {
			operation: 'simulate',
			policySource: 'preset',
			area,
			cases: 'records',
			filter:
				"=[('state', 'in', ['sent', 'sale']), ('date_order', '>=', '{{ $now.minus({ weeks: 4 }).toISODate() }}')]",
			maxRecords: 10_000,
			compareWith: 'policy',
			comparedPolicy: JSON.stringify(proposed(), null, 2),
			recordsToList: 'changed',
			simulationOptions: { maxListed: 500 },
		})
		.own('emailSend', 'Send by Mail', [1008, 160], {
			fromEmail: 'approvals@example.com',
			toEmail: 'policy@example.com',
			subject: '=Policy review: {{ $json.message }}',
			emailFormat: 'text',
			text: mailText,
			options: { appendAttribution: false, fileAttachments: 'report' },
		})
		.connect('Mondays at 7:00', [FIGURES])
		.connect('Review Now', [FIGURES])
		.connect(FIGURES, [SIMULATE])
		.connect(SIMULATE, ['Send by Mail'], []);
}

/** A second policy to begin with: the preset with two limits that leave more to routine. */
function proposed() {
	const limits = { marginBelowFloor: 12, discountAboveLimit: 12 };
	return withThresholds(salesOrderPolicy, limits, { version: '2-proposed' });
}

/** As text: what stands in rules is markup to nobody. */
const mailText = `={{ $json.message }}

The report is attached: open policy-simulation.html in a browser. It has each record that would change, and why.

What people said in the last eight weeks to what a rule asked about, the most overridden rule first:
{{ $('${FIGURES}').first().json.rules.filter((rule) => rule.decided >= 5).sort((one, other) => other.overrideShare - one.overrideShare).slice(0, 10).map((rule) => \`- \${rule.rule ?? 'by default'} (\${rule.policy}): \${rule.approved} of \${rule.decided} approved all the same\`).join('\\n') || '- No rule asked often enough to say (five times).' }}

A rule that is nearly always overridden asks too often. One that never is may let too much through beside it: look at near misses in the report.`;

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Weekly policy review\nOn Mondays: what would other limits have changed in the past four weeks? The quotations and orders of these weeks are judged by both policies, and a report with each that would change goes to whoever looks after the policy, with the rules that people override most. It decides nothing and changes nothing.\n\n**Before you publish**\n1. Choose the *Odoo Approvals API* credential of the integration user in both Odoo nodes, and a mail credential in *Send by Mail*.\n2. Go through the yellow notes.\n3. In the *Settings* of this workflow choose *Dead letters and replay* as *Error Workflow*.\n4. Publish the workflow.\n\n**Another area:** choose it in both nodes, set a *Filter* on its records (purchase orders have `date_order`, transfers `scheduled_date`, bills `invoice_date`), and begin *Other Policy* anew from the preset that is offered.',
			at: [-128, -352],
			size: [1344, 272],
			color: colors.about,
		})
		.note('What people said', {
			text: '### What people said\nHow often a rule asked in eight weeks, and how often they approved all the same.',
			at: [208, -48],
			size: [256, 384],
			color: colors.odoo,
		})
		.note('Fill in: the policies', {
			text: '**Fill in: the policies**\nSet the limits of the first policy as they are in your workflow, or paste it under *As JSON*. *Other Policy* is the one that might take its place: change its limits there. *Filter* has how far back.',
			at: [496, -48],
			size: [352, 384],
			color: colors.fillIn,
		})
		.note('Fill in: where it goes', {
			text: '**Fill in: where it goes**\nPut your addresses in. The report is attached.',
			at: [880, -48],
			size: [336, 384],
			color: colors.fillIn,
		});
}
