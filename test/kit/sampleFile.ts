import type { CaseFile } from '../../src/domain/case/caseFile';
import { sampleCase } from './sampleCase';

/** The sample case before it is opened: gathered and judged by policy. */
export const sampleFile = {
	schema: 'approval-case/1',
	event: {
		outboxId: 3,
		topic: 'record',
		area: 'sales_order_release',
		type: 'saved',
		model: 'sale.order',
		recordId: 42,
		traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
		sentAt: '2026-03-02T08:00:00.000Z',
	},
	record: {
		area: 'sales_order_release',
		model: 'sale.order',
		id: 42,
		name: 'S00042',
		url: 'https://odoo.example.com/mail/view?model=sale.order&res_id=42',
		amount: 12400,
		currency: 'EUR',
		figures: sampleCase.figures,
		lines: sampleCase.lines,
	},
	requester: { user: sampleCase.requester, involvedIds: [9] },
	facts: {
		orderAmount: 12400,
		currency: 'EUR',
		marginPercent: 11.25,
		maxDiscountPercent: 18,
		linesBelowCost: 0,
		linesWithoutCost: 0,
		customerTier: 'A',
		paymentTermDays: 30,
		daysToCommitment: null,
	},
	policy: sampleCase.policy,
} as const satisfies CaseFile;
