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
		customer: 'hotel',
		lines: [{ product: 'screen', quantity: 20, price: 165 }],
		isUrgent: true,
		handedIn: true,
		acts: [{ do: 'let the time run out' }, financeApproves],
		end: { order: 'sale', cases: [{ ...released('finance'), escalations: 1 }] },
	},
	{
		id: 'routine',
		title: 'Routine order inside policy',
		customer: 'hotel',
		lines: [{ product: 'chair', quantity: 40, price: 100 }],
		handedIn: true,
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'small-discount',
		title: 'Routine order with a small discount',
		customer: 'school',
		lines: [
			{ product: 'desk', quantity: 4, price: 640, discount: 5 },
			{ product: 'lamp', quantity: 4, price: 45 },
		],
		handedIn: true,
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'at-the-floor',
		title: 'Order whose margin is just at the floor',
		customer: 'office',
		lines: [{ product: 'desk', quantity: 10, price: 500, discount: 1 }],
		handedIn: true,
		acts: [],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'thin',
		title: 'Thin margin, approved on the page',
		customer: 'school',
		lines: [{ product: 'screen', quantity: 30, price: 168 }],
		handedIn: true,
		acts: [managerApproves],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'big-discount',
		title: 'Big discount, approved on the page',
		customer: 'hotel',
		lines: [{ product: 'lamp', quantity: 120, price: 45, discount: 25 }],
		handedIn: true,
		acts: [managerApproves],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'rejected',
		title: 'Thin margin, rejected with a reason',
		customer: 'office',
		lines: [{ product: 'chair', quantity: 200, price: 62 }],
		handedIn: true,
		acts: [
			{
				do: 'answer',
				who: 'salesManager',
				on: 'page',
				answer: {
					decision: 'rejected',
					reason: 'Too thin for a customer without a frame contract',
				},
			},
		],
		end: { order: 'sent', cases: [{ state: 'rejected', outcome: 'kept', by: 'salesManager' }] },
	},
	{
		id: 'now-fine',
		title: 'Changed while waiting, and now inside policy',
		customer: 'school',
		lines: [{ product: 'lamp', quantity: 30, price: 45, discount: 20 }],
		handedIn: true,
		acts: [{ do: 'change', line: { discount: 5 } }],
		end: { order: 'sale', cases: [superseded, released('policy')] },
	},
	{
		id: 'still-thin',
		title: 'Changed while waiting, and asked again',
		customer: 'hotel',
		lines: [{ product: 'chair', quantity: 50, price: 64 }],
		handedIn: true,
		acts: [{ do: 'change', line: { price: 68 } }, managerApproves],
		end: { order: 'sale', cases: [superseded, released('salesManager')] },
	},
	{
		id: 'twice',
		title: 'The same event arrives twice',
		customer: 'office',
		lines: [{ product: 'chair', quantity: 8, price: 98 }],
		handedIn: true,
		acts: [{ do: 'repeat the webhook' }],
		end: { order: 'sale', cases: [released('policy')] },
	},
	{
		id: 'forged',
		title: 'A forged webhook names a draft',
		customer: 'office',
		lines: [{ product: 'chair', quantity: 12, price: 100 }],
		handedIn: false,
		acts: [{ do: 'forge a webhook' }],
		end: { order: 'draft', cases: [] },
	},
	{
		id: 'big',
		title: 'Above 50,000: finance is asked',
		customer: 'hotel',
		lines: [{ product: 'desk', quantity: 90, price: 600 }],
		handedIn: true,
		acts: [financeApproves],
		end: { order: 'sale', cases: [released('finance')] },
	},
	{
		id: 'below-cost',
		title: 'Far below cost: policy refuses',
		customer: 'school',
		lines: [{ product: 'desk', quantity: 2, price: 300 }],
		handedIn: true,
		acts: [],
		end: { order: 'sent', cases: [{ state: 'rejected', outcome: 'kept', by: 'policy' }] },
	},
	{
		id: 'odoo-refuses',
		title: 'Inside policy, but Odoo does not confirm it',
		customer: 'office',
		lines: [
			{ product: 'chair', quantity: 6, price: 100 },
			{ product: null, quantity: 1, price: 25 },
		],
		handedIn: true,
		acts: [],
		end: { order: 'sent', cases: [{ state: 'approved', outcome: 'not_released', by: 'policy' }] },
	},
	{
		id: 'in-odoo',
		title: 'Decided in Odoo itself, by the button',
		customer: 'hotel',
		lines: [{ product: 'screen', quantity: 12, price: 170 }],
		handedIn: true,
		acts: [{ do: 'answer', who: 'salesManager', on: 'odoo', answer: approve }],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
	{
		id: 'restart',
		title: 'n8n is killed while the case waits',
		customer: 'school',
		lines: [{ product: 'screen', quantity: 10, price: 162 }],
		handedIn: true,
		acts: [{ do: 'kill n8n' }, managerApproves],
		end: { order: 'sale', cases: [released('salesManager')] },
	},
];
