import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle, Unknown } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behindTransfer } from '../reading/transferPeople';
import { watch } from '../reading/watch';
import { earlierReceipts, orderLines, receiptReading, type Receipt } from './receipt';
import { receiptDiscrepancyAdvice } from './receiptDiscrepancyAdvice';
import {
	receiptDiscrepancyFactDeclarations,
	receiptDiscrepancyFacts,
	type ReceiptDiscrepancyFacts,
} from './receiptDiscrepancyFacts';
import { receiptDiscrepancyPolicy } from './receiptDiscrepancyPolicy';
import { receiptLines, type ReceiptLine } from './receiptLines';

/** A receipt that was counted is taken in as counted, unless it differs too much from the order. */
export const receiptDiscrepancy: Area = {
	id: 'receipt_discrepancy',
	code: 'A7',
	label: 'Receipt discrepancy',
	model: 'stock.picking',
	modules: ['purchase_stock'],
	rights: ['stock.group_stock_manager', 'purchase.group_purchase_manager'],
	trigger: {
		// Odoo fills in what it expects. That somebody has counted shows where a move is picked, or less
		// of it is there than was to come.
		domain: `[
			('picking_type_id.code', '=', 'incoming'), ('state', '=', 'assigned'),
			('move_ids.purchase_line_id', '!=', False),
			'|', ('move_ids.picked', '=', True), ('move_ids.state', '=', 'partially_available')]`,
		fields: ['state'],
		parts: [{ model: 'stock.move', parent: 'picking_id', fields: ['quantity', 'picked'] }],
		// Whoever validates a receipt at once has Odoo mark everything as picked first.
		asksInPassing: true,
	},
	specification: receiptReading.specification,
	related: { orderLines: orderLines.query, earlierReceipts: earlierReceipts.query },
	factDeclarations: receiptDiscrepancyFactDeclarations,
	gather,
	effects: {
		approved: {
			method: 'button_validate',
			// As counted: the rest becomes a receipt of its own, and nothing is asked.
			context: { skip_backorder: true, skip_sms: true },
			expect: { field: 'state', values: ['done'] },
		},
		// It stays open, to be counted again or claimed.
		rejected: leaveIt,
		sent_back: leaveIt,
	},
	again: null,
	guard: {
		domain: "[('state', '=', 'done')]",
		fields: ['state'],
		hasOwnGate: false,
	},
	signals: [
		{
			fact: 'linesShort',
			what: 'less came than was ordered',
			todo: 'Claim what is missing, have the supplier confirm quantities before shipping, and count on less.',
		},
	],
	defaultPolicy: receiptDiscrepancyPolicy,
	advice: receiptDiscrepancyAdvice,
};

const watched = {
	fields: ['partner_id'],
	lines: { move_ids: ['product_id', 'product_qty', 'quantity', 'picked', 'purchase_line_id'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const receipt = receiptReading.read(answer.record);
	const derived = receiptDiscrepancyFacts(receipt, answer, now);
	const { discrepancyAmount } = derived;
	const ordered = orderLines.from(answer);
	const lines = ordered instanceof Unknown ? [] : receiptLines(receipt, ordered);
	return {
		name: receipt.name,
		amount: typeof discrepancyAmount === 'number' ? discrepancyAmount : null,
		currency: receipt.company_id.currency_id.name,
		...behindTransfer(receipt),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(receipt, lines, derived),
		lines: linesShown(receipt, lines),
	};
}

function figures(
	receipt: Receipt,
	lines: readonly ReceiptLine[],
	facts: ReceiptDiscrepancyFacts,
): Gathered['figures'] {
	const own = receipt.company_id.currency_id.name;
	const orders = lines.flatMap(({ order }) => order?.order_id.display_name ?? []);
	return figuresOf([
		['Supplier', receipt.partner_id?.display_name ?? 'nobody'],
		['Orders', [...new Set(orders)].join(', ') || 'none'],
		['Value of the difference', writeDerived(facts.discrepancyAmount, 'money', own)],
		['Most short of a line', writeDerived(facts.shortPercent, '%')],
		['Most over of a line', writeDerived(facts.overPercent, '%')],
		['Lines that nobody has ordered', writeDerived(facts.linesNotOrdered)],
		['Received of the order', writeDerived(facts.receivedAgainstOrderPercent, '%')],
		['Acknowledged by the supplier', writeDerived(facts.isAcknowledged)],
		['Most off what was announced', writeDerived(facts.offAnnouncedPercent, '%')],
		['Billed beyond what was received', writeDerived(facts.billedAhead)],
		['Short receipts in 30 days', writeDerived(facts.shortShipments30Days)],
		['Planned receipt', receipt.scheduled_date?.toFormat('yyyy-MM-dd') ?? 'no date'],
		['Late', writeDerived(facts.daysLate, 'days')],
		['Receiver', behindTransfer(receipt).requester.name],
	]);
}

function linesShown(receipt: Receipt, lines: readonly ReceiptLine[]): Gathered['lines'] {
	const { name, decimal_places: places } = receipt.company_id.currency_id;
	const write = amountWriter(name, places);
	return {
		columns: ['Product', 'Unit', 'Expected', 'Counted', 'Difference', 'Value'],
		rows: lines.map(({ product, unit, expected, counted, difference, price }) => [
			product,
			unit,
			formatValue(expected),
			formatValue(counted),
			formatValue(difference),
			price === null ? 'not known' : write(difference * price),
		]),
	};
}
