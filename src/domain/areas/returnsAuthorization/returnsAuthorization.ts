import { formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { plainText } from '../reading/plainText';
import { customerOf } from '../reading/transfer';
import { watch } from '../reading/watch';
import {
	customerReturnReading,
	earlierReturns,
	evidence,
	notes,
	type CustomerReturn,
} from './customerReturn';
import { returnsAuthorizationAdvice } from './returnsAuthorizationAdvice';
import {
	deliveredQuantity,
	returningGoods,
	returningMoves,
	returnsAuthorizationFactDeclarations,
	returnsAuthorizationFacts,
	type ReturnsAuthorizationFacts,
} from './returnsAuthorizationFacts';
import { returnsAuthorizationPolicy } from './returnsAuthorizationPolicy';

/**
 * A return that somebody made out of a delivery is authorised, unless value, age or missing evidence
 * forbid it. Odoo makes it ready at once, so an authorised one says so in its source document; a
 * refused one is cancelled.
 */
export const returnsAuthorization: Area = {
	id: 'returns_authorization',
	code: 'A5',
	label: 'Returns authorization',
	model: 'stock.picking',
	modules: ['sale_stock'],
	rights: ['stock.group_stock_manager', 'sales_team.group_sale_salesman_all_leads'],
	trigger: {
		// What is left of a return that came in parts was authorised with it.
		domain:
			"[('picking_type_id.code', '=', 'incoming'), ('location_id.usage', '=', 'customer'), " +
			"('move_ids.origin_returned_move_id', '!=', False), ('backorder_id', '=', False), " +
			"('state', 'in', ('waiting', 'confirmed', 'assigned'))]",
		fields: ['state', 'partner_id'],
		parts: [{ model: 'stock.move', parent: 'picking_id', fields: ['product_uom_qty', 'quantity'] }],
	},
	specification: customerReturnReading.specification,
	related: {
		evidence: evidence.query,
		notes: notes.query,
		earlierReturns: earlierReturns.query,
	},
	factDeclarations: returnsAuthorizationFactDeclarations,
	gather,
	effects: {
		approved: { method: 'authorize_return', context: {}, expect: null },
		rejected: {
			method: 'action_cancel',
			context: {},
			expect: { field: 'state', values: ['cancel'] },
		},
		sent_back: leaveIt,
	},
	again: null,
	guard: {
		domain: "[('state', '=', 'done')]",
		fields: ['state'],
		hasOwnGate: false,
	},
	defaultPolicy: returnsAuthorizationPolicy,
	advice: returnsAuthorizationAdvice,
};

const watched = {
	fields: ['partner_id'],
	lines: { move_ids: ['product_id', 'product_uom', 'product_uom_qty', 'quantity'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const transfer = customerReturnReading.read(answer.record);
	const derived = returnsAuthorizationFacts(transfer, answer, now);
	return {
		name: transfer.name,
		amount: typeof derived.returnValue === 'number' ? derived.returnValue : null,
		currency: transfer.company_id.currency_id.name,
		...behind('stock.picking', transfer),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(transfer, derived),
		lines: lines(transfer),
	};
}

function figures(transfer: CustomerReturn, facts: ReturnsAuthorizationFacts): Gathered['figures'] {
	const currency = transfer.company_id.currency_id.name;
	return figuresOf([
		['Customer', customerOf(transfer)?.display_name ?? 'nobody'],
		['Customer tier', writeDerived(facts.customerTier)],
		['Value of the returned goods', writeDerived(facts.returnValue, 'money', currency)],
		['Share of the order', writeDerived(facts.returnedSharePercent, '%')],
		['Time since the delivery', writeDerived(facts.daysSinceDelivery, 'days')],
		['Photos or documents', writeDerived(facts.hasEvidence)],
		['Reason given in writing', writeDerived(facts.isReasonGiven)],
		['Note', plainText(transfer.note) || 'none'],
		['Beyond what was delivered', writeDerived(facts.quantityBeyondDelivered)],
		['Other returns in 90 days', writeDerived(facts.returns90Days)],
		['Their value', writeDerived(facts.returnedValue90Days, 'money', currency)],
		['Invoiced', writeDerived(facts.isInvoiced)],
		['Sales order', transfer.sale_id?.display_name ?? 'none'],
		['Source', transfer.origin ?? 'none'],
	]);
}

function lines(transfer: CustomerReturn): Gathered['lines'] {
	return {
		columns: ['Product', 'Returned', 'Delivered', 'Unit', 'Sales order'],
		rows: returningMoves(transfer).map((move) => {
			const { product_id: product, sale_line_id: line } = move;
			return [
				product.display_name,
				formatValue(returningGoods(move).quantity),
				formatValue(deliveredQuantity(move)),
				product.uom_id.display_name,
				line ? line.order_id.display_name : 'none',
			];
		}),
	};
}
