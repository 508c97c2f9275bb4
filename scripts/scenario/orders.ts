import type { Act, Answer, CaseEnd, OrderStory } from './OrderStory';

const released = (by: CaseEnd['by']): CaseEnd => ({ state: 'approved', outcome: 'released', by });
const superseded: CaseEnd = { state: 'superseded', outcome: 'none', by: null };
const approve: Answer = { decision: 'approved' };

const managerApproves: Act = { do: 'answer', who: 'salesManager', on: 'page', answer: approve };
const financeApproves: Act = { ...managerApproves, who: 'finance' };

/**
 * The scenario: one order for each way that an order can go.
 *
 * What policy makes of them: a margin below 15 % or a discount above 10 % asks the sales manager, a
 * value above 50,000 asks finance, a margin below -20 % is refused.
 */
export const orders: readonly OrderStory[] = [
	{
		id: 'overdue',
		title: 'Urgent order that nobody decides in time',
		customer: 'marine',
		lines: [{ product: 'cabinet', quantity: 6, price: 665 }],
		isUrgent: true,
		handedIn: 'as usual',
		acts: [{ do: 'let the time run out' }, financeApproves],
		end: { order: 'sale', cases: [{ ...released('finance'), escalations: 1 }] },
	},
	{
		id: 'routine',
		title: 'Routine order inside policy',
		customer: 'marine',
		lines: [{ product: 'cable', quantity: 60, price: 62 }],
		handedIn: 'as usual',
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'small-discount',
		title: 'Routine order with a small discount',
		customer: 'food',
		lines: [
			{ product: 'ups', quantity: 2, price: 940, discount: 5 },
			{ product: 'panel', quantity: 10, price: 44 },
		],
		handedIn: 'as usual',
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'above-the-floor',
		title: 'Order whose margin is just above the floor',
		customer: 'watches',
		lines: [{ product: 'cabinet', quantity: 5, price: 720 }],
		handedIn: 'as usual',
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'thin',
		title: 'Thin margin, approved on the page',
		customer: 'food',
		lines: [{ product: 'cabinet', quantity: 8, price: 700 }],
		handedIn: 'as usual',
		acts: [managerApproves],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'big-discount',
		title: 'Big discount, approved on the page',
		customer: 'marine',
		lines: [{ product: 'panel', quantity: 120, price: 44, discount: 25 }],
		handedIn: 'as usual',
		acts: [managerApproves],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'rejected',
		title: 'Thin margin, rejected with a reason',
		customer: 'watches',
		lines: [{ product: 'ups', quantity: 6, price: 710 }],
		handedIn: 'as usual',
		acts: [
			{
				do: 'answer',
				who: 'salesManager',
				on: 'page',
				answer: {
					decision: 'rejected',
					reasonCode: 'margin',
					reason: 'Too thin for a customer without a frame contract',
				},
			},
		],
		end: { order: 'sent', cases: [{ state: 'rejected', outcome: 'kept', by: 'salesManager' }] },
	},
	{
		id: 'now-fine',
		title: 'Changed while waiting, and now inside policy',
		customer: 'food',
		lines: [{ product: 'cable', quantity: 80, price: 62, discount: 20 }],
		handedIn: 'as usual',
		acts: [{ do: 'change', line: { discount: 5 } }],
		end: { order: 'sale', cases: [superseded, released('policy')] },
	},
	{
		id: 'still-thin',
		title: 'Changed while waiting, and asked again',
		customer: 'marine',
		lines: [{ product: 'ups', quantity: 5, price: 730 }],
		handedIn: 'as usual',
		acts: [{ do: 'change', line: { price: 760 } }, managerApproves],
		end: { order: 'sale', cases: [superseded, released('salesManager')] },
	},
	{
		id: 'twice',
		title: 'The same event arrives twice',
		customer: 'watches',
		lines: [{ product: 'cable', quantity: 12, price: 60 }],
		handedIn: 'as usual',
		acts: [{ do: 'repeat the webhook' }],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'forged',
		title: 'A forged webhook names a draft',
		customer: 'watches',
		lines: [{ product: 'panel', quantity: 20, price: 44 }],
		handedIn: 'not at all',
		acts: [{ do: 'forge a webhook' }],
		end: { order: 'draft', cases: [] },
	},
	{
		id: 'big',
		title: 'Above 50,000: finance is asked',
		customer: 'marine',
		lines: [{ product: 'ups', quantity: 60, price: 940 }],
		handedIn: 'as usual',
		acts: [financeApproves],
		end: { order: 'sale', cases: [released('finance')] },
	},
	{
		id: 'below-cost',
		title: 'Far below cost: policy refuses',
		customer: 'food',
		lines: [{ product: 'cabinet', quantity: 1, price: 400 }],
		handedIn: 'as usual',
		acts: [],
		end: { order: 'sent', cases: [{ state: 'rejected', outcome: 'kept', by: 'policy' }] },
	},
	{
		id: 'odoo-refuses',
		title: 'Inside policy, but Odoo does not confirm it',
		customer: 'watches',
		lines: [
			{ product: 'cable', quantity: 10, price: 62 },
			{ product: null, quantity: 1, price: 25 },
		],
		handedIn: 'as usual',
		acts: [],
		end: { order: 'sent', cases: [{ state: 'approved', outcome: 'not_released', by: 'policy' }] },
	},
	{
		id: 'in-odoo',
		title: 'Decided in Odoo itself, by the button',
		customer: 'marine',
		lines: [{ product: 'cabinet', quantity: 3, price: 680 }],
		handedIn: 'as usual',
		acts: [{ do: 'answer', who: 'salesManager', on: 'odoo', answer: approve }],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'restart',
		title: 'n8n is killed while the case waits',
		customer: 'food',
		lines: [{ product: 'ups', quantity: 4, price: 780 }],
		handedIn: 'as usual',
		acts: [{ do: 'kill n8n' }, managerApproves],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'n8n-down',
		title: 'Handed in while n8n is down',
		customer: 'marine',
		lines: [{ product: 'panel', quantity: 25, price: 44 }],
		handedIn: 'while n8n is down',
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
];
