import type { OwnArea } from '../../src/domain/areas/ownArea/OwnArea';
import type { CaseFile } from '../../src/domain/case/caseFile';
import { fingerprintOf } from '../../src/domain/case/watched';
import { Canvas, colors } from './Canvas';
import { exampleEvent } from './exampleFile';

/** Where the walk-through has it: the area that the template is for. */
const area: Pick<OwnArea, 'id' | 'model'> = { id: 'payment_terms', model: 'res.partner' };

const days = 'property_payment_term_id.line_ids.nb_days';

const gatherFacts = {
	operation: 'gatherFacts',
	source: 'event',
	reading: 'own',
	ownFacts: {
		rows: [
			fact('paymentTerm', 'property_payment_term_id', { label: 'Payment terms' }),
			fact('paymentDays', days, { measure: 'largest', label: 'Days to pay', unit: 'days' }),
			fact('paymentDaysBefore', days, {
				when: 'before',
				measure: 'largest',
				label: 'Days to pay before',
				unit: 'days',
			}),
			fact('openAmount', 'credit', { label: 'Open invoices', unit: 'money' }),
		],
	},
	ownOptions: { amountPath: 'credit', currencyPath: 'currency_id' },
};

const policy = {
	policySource: 'table',
	area: 'own',
	ownArea: area.id,
	rules: {
		rows: [
			rule('paymentDays', '60', {
				outcome: 'escalate',
				role: 'finance',
				reason: 'The customer would pay after {{paymentDays}} days, more than 60',
			}),
			rule('paymentDays', '30', {
				outcome: 'require_approval',
				role: 'credit_manager',
				reason: 'The customer would pay after {{paymentDays}} days, more than 30',
			}),
			rule('extraDays', '0', {
				outcome: 'require_approval',
				role: 'credit_manager',
				reason: 'The customer would pay {{extraDays}} days later, with {{openAmount}} open',
			}),
			{ ...rule('openAmount', '10000', {}), join: 'and' },
		],
	},
	policySettings: {
		policyId: 'payment-terms',
		policyVersion: '1',
		defaultOutcome: 'auto_approve',
		defaultRole: 'credit_manager',
		defaultSlaClass: 'standard',
	},
};

/** The template of the walk-through: an area that nobody wrote code for. */
export function paymentTerms(): Canvas {
	const canvas = new Canvas('payment-terms', 'Approve payment terms');
	drawNotes(canvas);
	return canvas
		.ours('odooTrigger', 'Odoo Trigger', [-64, 16], {
			event: 'recordNeedsApproval',
			areas: [],
			ownAreas: area.id,
		})
		.own('executeWorkflowTrigger', 'When Called by Another Workflow', [-64, 208], {
			inputSource: 'passthrough',
		})
		.ours('odooRecord', 'Gather Facts', [144, 16], gatherFacts, { mayFail: true })
		.own('stopAndError', 'Could Not Be Read', [288, 208], {
			errorType: 'errorMessage',
			errorMessage: '={{ $json.error }}',
		})
		.own('set', 'Add the Extra Days', [496, 0], addExtraDays)
		.ours('policyEvaluate', 'Policy Evaluate', [736, 16], policy)
		.ours('odooRecord', 'Carry Out', [960, 160], { operation: 'applyDecision' })
		.own('noOp', 'Not Carried Out', [1168, 240])
		.own('executeWorkflow', 'Ask People', [1424, 32], {
			source: 'database',
			workflowId: { __rl: true, mode: 'list', value: '' },
			mode: 'each',
			options: { waitForSubWorkflow: false },
		})
		.connect('Odoo Trigger', ['Gather Facts'])
		.connect('When Called by Another Workflow', ['Gather Facts'])
		.connect('Gather Facts', ['Add the Extra Days'], [], ['Could Not Be Read'])
		.connect('Add the Extra Days', ['Policy Evaluate'])
		.connect('Policy Evaluate', ['Carry Out'], ['Ask People'], ['Ask People'], ['Carry Out'])
		.connect('Carry Out', [], [], ['Gather Facts'], ['Not Carried Out'])
		.pin('Odoo Trigger', exampleEvent(area))
		.pin('Gather Facts', example);
}

/** What is not known stays so: nothing minus something is not zero. */
const addExtraDays = {
	mode: 'manual',
	assignments: {
		assignments: [
			{
				id: 'extra-days',
				name: 'facts.extraDays',
				type: 'number',
				value:
					'={{ $json.facts.paymentDays === null ? null : $json.facts.paymentDays - ($json.facts.paymentDaysBefore ?? 0) }}',
			},
		],
	},
	includeOtherFields: true,
	options: { ignoreConversionErrors: true },
};

function fact(
	name: string,
	path: string,
	more: { when?: string; measure?: string; label: string; unit?: string },
) {
	return { name, path, when: 'now', measure: 'value', unit: '', ...more };
}

function rule(
	name: string,
	value: string,
	more: { outcome?: string; role?: string; reason?: string },
) {
	const comparison = {
		fact: name,
		type: 'number',
		measure: 'value',
		operator: 'greaterThan',
		value,
	};
	return { join: 'rule', ...comparison, slaClass: 'standard', ...more };
}

const watched = { fields: { property_payment_term_id: 4 }, lines: {}, lineFields: {} };

const example: CaseFile = {
	...exampleEvent(area),
	record: {
		area: area.id,
		model: area.model,
		id: 1,
		name: 'Example Ltd',
		url: 'https://odoo.example.com/odoo/res.partner/1',
		amount: 12_400,
		currency: 'EUR',
		figures: [
			{ label: 'Payment terms', value: '45 Days' },
			{ label: 'Days to pay', value: '45 days' },
			{ label: 'Days to pay before', value: '30 days' },
			{ label: 'Open invoices', value: '12,400 EUR' },
		],
		lines: { columns: [], rows: [] },
	},
	requester: { user: { id: 2, name: 'Marc Demo' }, involvedIds: [2] },
	facts: { paymentTerm: '45 Days', paymentDays: 45, paymentDaysBefore: 30, openAmount: 12_400 },
	unknown: {},
	proposal: null,
	watched,
	fingerprint: fingerprintOf(watched),
};

function drawNotes(canvas: Canvas): void {
	canvas
		.note('About', {
			text: '## Approve payment terms\nAn area that no package knows, made without code: when a customer is given longer to pay, somebody who answers for credit agrees, or the old terms come back. Take it as the pattern for your own.\n\n**Before you publish**\n1. In the workflow *Set up Odoo*, add the *Own Area* `payment_terms` as the page *An area of your own* shows, and run it.\n2. Choose your credentials in the nodes that ask for them, and in *Ask People* the workflow *Ask people*.\n3. Publish *Ask people*, *Relay decisions made in Odoo*, and then this workflow.\n\n**Try it at once:** open *Policy Evaluate* and press *Execute step*. An example is pinned, so nothing is asked of Odoo.',
			at: [-128, -688],
			size: [1344, 272],
			color: colors.about,
		})
		.note('Odoo reports', {
			text: '### 1 · Odoo reports\n**Odoo Trigger** listens for the area by its ID. **Gather Facts** reads the fields that you choose, as they are and as they were before.',
			at: [-128, -384],
			size: [544, 848],
			color: colors.odoo,
		})
		.note('Facts of your own', {
			text: '### 2 · Facts by expression\nWhat no field holds is worked out in an *Edit Fields* node.',
			at: [448, -384],
			size: [208, 848],
			color: colors.odoo,
		})
		.note('Policy decides the routine', {
			text: '### 3 · Policy decides the routine\nUp to 30 days, and not later than before where more than 10,000 is open: the terms stand. Beyond that a credit manager decides, and finance above 60 days.\n\nA fact that is missing never approves anything.',
			at: [688, -384],
			size: [640, 848],
			color: colors.policy,
		})
		.note('People decide the rest', {
			text: '### 4 · People decide the rest\n**Ask People** hands the case to the workflow *Ask people*. What is approved stays; what is rejected is put back.',
			at: [1360, -384],
			size: [304, 848],
			color: colors.people,
		})
		.note('Fill in: which workflow', {
			text: '**Fill in: which workflow**\nChoose *Ask people*.',
			at: [1392, -144],
			size: [240, 128],
			color: colors.fillIn,
		});
}
