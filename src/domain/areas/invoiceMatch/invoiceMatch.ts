import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDay } from '../facts/writeDay';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import {
	billedBefore,
	matchesOf,
	orderLineOf,
	orderPrice,
	postedElsewhere,
	received,
} from './billMatch';
import { invoiceMatchAdvice } from './invoiceMatchAdvice';
import {
	invoiceMatchFactDeclarations,
	invoiceMatchFacts,
	type InvoiceMatchFacts,
} from './invoiceMatchFacts';
import { invoiceMatchPolicy } from './invoiceMatchPolicy';
import {
	billLines,
	earlierBills,
	recentBills,
	sameReference,
	vendorBillReading,
	type BillLine,
	type VendorBill,
} from './vendorBill';

/**
 * A vendor bill is entered in the books when it asks for what was ordered and received, at the price
 * that was agreed.
 */
export const invoiceMatch: Area = {
	id: 'invoice_match',
	code: 'A8',
	label: 'Invoice match',
	model: 'account.move',
	modules: ['account', 'purchase'],
	rights: ['account.group_account_manager', 'purchase.group_purchase_manager'],
	trigger: {
		domain:
			"[('move_type', '=', 'in_invoice'), ('state', '=', 'draft'), ('invoice_date', '!=', False)]",
		fields: ['state', 'invoice_date', 'amount_total', 'partner_id', 'ref'],
	},
	specification: vendorBillReading.specification,
	related: {
		sameReference: sameReference.query,
		recentBills: recentBills.query,
		earlierBills: earlierBills.query,
	},
	factDeclarations: invoiceMatchFactDeclarations,
	gather,
	effects: {
		approved: {
			method: 'post_bill',
			context: {},
			expect: { field: 'state', values: ['posted'] },
		},
		rejected: {
			method: 'cancel_bill',
			context: {},
			expect: { field: 'state', values: ['cancel'] },
		},
		sent_back: leaveIt,
	},
	again: null,
	guard: {
		domain: "[('move_type', '=', 'in_invoice'), ('state', '=', 'posted')]",
		fields: ['state'],
		hasOwnGate: false,
	},
	defaultPolicy: invoiceMatchPolicy,
	advice: invoiceMatchAdvice,
};

const watched = {
	fields: [
		'partner_id',
		'currency_id',
		'ref',
		'invoice_date',
		'invoice_date_due',
		'amount_untaxed',
		'amount_total',
	],
	lines: {
		invoice_line_ids: [
			'product_id',
			'product_uom_id',
			'quantity',
			'price_unit',
			'discount',
			'purchase_line_id',
		],
	},
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const bill = vendorBillReading.read(answer.record);
	const derived = invoiceMatchFacts(bill, answer, now);
	return {
		name: bill.display_name,
		amount: typeof derived.billAmount === 'number' ? derived.billAmount : null,
		currency: bill.company_id.currency_id.name,
		...behind('account.move', bill),
		...settle(derived),
		proposal: { orderLines: orderLines(bill) },
		watched: watch(answer.record, watched),
		figures: figures(bill, derived),
		lines: lines(bill),
	};
}

/** What the facts rest on beside the bill, for the program to find it as it was read. */
function orderLines(bill: VendorBill) {
	return matchesOf(bill).map(({ order }) => ({
		id: order.id,
		product_qty: order.product_qty,
		qty_received: order.qty_received,
		price_unit: order.price_unit,
		discount: order.discount,
		billedBy: postedElsewhere(bill, order).map(({ id }) => id),
	}));
}

function figures(bill: VendorBill, facts: InvoiceMatchFacts): Gathered['figures'] {
	const { currency_id: currency, company_id: company } = bill;
	const write = amountWriter(currency.name, currency.decimal_places);
	const own = company.currency_id.name;
	return figuresOf([
		['Supplier', bill.partner_id?.display_name ?? 'nobody'],
		['Reference', bill.ref ?? 'none'],
		['Bill value without tax', writeDerived(facts.billAmount, 'money', own)],
		['Total with tax', write(bill.amount_total)],
		['Beyond order and receipt', writeDerived(facts.differenceAmount, 'money', own)],
		['Above the price ordered', writeDerived(facts.aboveOrderPricePercent, '%')],
		['Beyond what was ordered', writeDerived(facts.overOrderedQuantity)],
		['Beyond what was received', writeDerived(facts.overReceivedQuantity)],
		['Lines without an order', writeDerived(facts.linesWithoutOrder)],
		['Came before', writeDerived(facts.isDuplicate)],
		['Earlier bills', writeDerived(facts.supplierBills)],
		['Date of the bill', writeDay(bill.invoice_date)],
		['Due', writeDay(bill.invoice_date_due)],
		['Source', bill.invoice_origin ?? 'none'],
		['Responsible', bill.user_id?.display_name ?? 'nobody'],
	]);
}

function lines(bill: VendorBill): Gathered['lines'] {
	return {
		columns: [
			'Product',
			'Quantity',
			'Unit price',
			'Discount',
			'Subtotal',
			'Ordered',
			'Received',
			'Billed before',
			'Price ordered',
		],
		rows: billLines(bill).map((line) => lineRow(bill, line)),
	};
}

/** The bill is told in its own unit, and the order beside it in the product's. */
function lineRow(bill: VendorBill, line: BillLine): string[] {
	const write = amountWriter(bill.currency_id.name, bill.currency_id.decimal_places);
	const order = orderLineOf(line);
	const price = order && orderPrice(bill, order);
	return [
		line.product_id?.display_name ?? 'no product',
		quantity(line.quantity, line.product_uom_id),
		write(line.price_unit),
		formatValue(line.discount, '%'),
		write(line.price_subtotal),
		...(order === null
			? ['no order', '', '']
			: [order.product_uom_qty, received(order), billedBefore(bill, order)].map((one) =>
					quantity(one, order.product_id?.uom_id ?? null),
				)),
		price === null ? '' : write(price),
	];
}

function quantity(amount: number, unit: { display_name: string } | null): string {
	return formatValue(amount, unit?.display_name);
}
