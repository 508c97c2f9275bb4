import type { Effects, Guard } from './Area';
import { leaveIt } from './effectsOn';

/** What decisions do to a quotation that was sent. */
export const saleOrderEffects: Effects = {
	approved: {
		method: 'action_confirm',
		context: {},
		expect: { field: 'state', values: ['sale'] },
	},
	rejected: leaveIt,
	sent_back: leaveIt,
};

export const saleOrderGuard: Guard = {
	domain: "[('state', '=', 'sale')]",
	fields: ['state'],
	hasOwnGate: false,
};
