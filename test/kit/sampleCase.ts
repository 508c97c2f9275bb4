import type { CaseView } from '../../src/domain/case/caseView';
import type { PageReader } from '../../src/page/PageReader';

/** A pending case about a quotation of the sandbox's company, for tests that need only a few of its facts. */
export const sampleCase: CaseView = {
	id: 7,
	name: 'S00042 · Sales order release',
	area: 'sales_order_release',
	model: 'sale.order',
	recordId: 42,
	recordName: 'S00042',
	state: 'pending',
	outcome: 'none',
	version: 2,
	step: 0,
	round: 1,
	steps: [{ role: 'sales_manager', approverIds: [11, 12], quorum: 1 }],
	approvers: [
		{
			id: 11,
			name: 'Marta Manager',
			login: 'marta',
			email: 'marta@example.com',
			timeZone: 'Europe/Berlin',
			language: 'en_US',
			groups: [],
		},
		{
			id: 12,
			name: 'Frank Finance',
			login: 'frank',
			email: 'frank@example.com',
			timeZone: '',
			language: 'en_US',
			groups: [],
		},
	],
	votes: [],
	fingerprint: 'f'.repeat(64),
	amount: 12400,
	currency: 'EUR',
	requester: { id: 9, name: 'Sam Seller' },
	involvedIds: [9],
	facts: { marginPercent: 11.25, maxDiscountPercent: 18, orderAmount: 12400, currency: 'EUR' },
	figures: [
		{ label: 'Customer', value: 'Azure Interior' },
		{ label: 'Customer tier', value: 'A' },
		{ label: 'Margin', value: '11.25 %' },
		{ label: 'Highest discount', value: '18 %' },
		{ label: 'Payment terms', value: '30 days' },
		{ label: 'Delivery', value: '3 Mar 2026' },
	],
	lines: {
		columns: ['Product', 'Quantity', 'Unit price', 'Discount', 'Margin'],
		rows: [
			['Acoustic Bloc Screen', '20 units', '287.00 EUR', '18 %', '4.2 %'],
			['Office Chair Black', '40 units', '120.50 EUR', '5 %', '22.0 %'],
		],
	},
	policy: {
		id: 'sales-order-release',
		version: '1',
		hash: 'a1b2c3d4e5f60718'.repeat(4),
		outcome: 'require_approval',
		rules: [
			{
				id: 'low-margin',
				outcome: 'require_approval',
				reason: 'Margin 11.25 % is below 15 %',
				role: 'sales_manager',
				slaClass: 'standard',
				conditions: [
					{
						fact: 'marginPercent',
						operator: 'lessThan',
						value: 11.25,
						threshold: 15,
						unit: '%',
						sentence: 'Margin: 11.25 % is below 15 %',
					},
				],
			},
			{
				id: 'high-discount',
				outcome: 'require_approval',
				reason: 'Discount of up to 18 % is above 10 %',
				role: 'sales_manager',
				slaClass: null,
				conditions: [
					{
						fact: 'maxDiscountPercent',
						operator: 'greaterThan',
						value: 18,
						threshold: 10,
						unit: '%',
						sentence: 'Highest discount: 18 % is above 10 %',
					},
				],
			},
		],
		missingFacts: [],
		role: 'sales_manager',
		slaClass: 'standard',
		at: '2026-03-02T08:00:01.000Z',
		riskScore: 30,
		sampled: false,
		nearMisses: [],
		shadow: null,
	},
	advice: {
		source: 'model',
		summary:
			'Azure Interior asks for 18 % on the screens to match a competing offer. The chairs carry most of the margin.',
		points: [
			{ kind: 'for', text: 'Tier A customer, pays on time.' },
			{ kind: 'against', text: 'The screens earn almost nothing at this price.' },
			{ kind: 'question', text: 'Would 12 % on the screens be enough?' },
		],
		confidence: 0.72,
		fallbackReason: null,
		model: 'a-model',
		promptVersion: 'advice/1',
		tokens: 812,
	},
	sla: {
		class: 'standard',
		targetMinutes: 480,
		startedAt: '2026-03-02T08:00:00.000Z',
		warnAt: '2026-03-02T14:24:00.000Z',
		dueAt: '2026-03-02T16:00:00.000Z',
		calendar: {
			name: 'Office hours',
			zone: 'UTC',
			hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
			holidays: [],
		},
	},
	escalationLevel: 0,
	exhausted: false,
	decision: null,
	resumeUrl: 'https://n8n.example.com/webhook-waiting/5?signature=abc',
	executionId: '5',
	pageUrl: null,
	trail: [
		{ seq: 1, type: 'opened', at: '2026-03-02T08:00:00.000Z', actor: null, data: {} },
		{ seq: 2, type: 'waiting', at: '2026-03-02T08:00:05.000Z', actor: null, data: {} },
	],
	lastHash: '0'.repeat(64),
};

/** The sample case as it differs in one test. */
export const caseWith = (changes: Partial<CaseView>): CaseView => ({ ...sampleCase, ...changes });

export const sampleReader: PageReader = {
	actorId: 11,
	now: '2026-03-02T13:00:00.000Z',
	zone: 'Europe/Berlin',
	areaLabel: 'Sales order release',
	recordUrl: 'https://odoo.example.com/odoo/sale.order/42',
};
