import type { Effects, Guard } from './Area';

/** What decisions do to a purchase order that waits for approval in Odoo. */
export const purchaseEffects: Effects = {
	approved: {
		method: 'approve_purchase',
		context: {},
		expect: { field: 'state', values: ['purchase', 'done'] },
	},
	rejected: {
		method: 'button_cancel',
		context: {},
		expect: { field: 'state', values: ['cancel'] },
	},
	sent_back: {
		method: 'send_back_purchase',
		context: {},
		expect: { field: 'state', values: ['draft'] },
	},
};

/** Odoo itself keeps such an order back until it is approved. */
export const purchaseGuard: Guard = {
	domain: "[('state', 'in', ('purchase', 'done'))]",
	fields: ['state'],
	hasOwnGate: true,
};
