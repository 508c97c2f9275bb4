import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { figuresOf } from '../facts/figuresOf';
import { settle, Unknown } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { purchaseEffects, purchaseGuard } from '../purchaseEffects';
import { behind } from '../reading/people';
import { boughtLines } from '../reading/purchaseLine';
import { purchaseNotes } from '../reading/purchaseNotes';
import { watch } from '../reading/watch';
import { substitutedLines, type Substituted } from './preferredSupplier';
import {
	recentPurchases,
	sellers,
	substitutableOrderReading,
	type SubstitutableOrder,
} from './substitutableOrder';
import { supplierSubstitutionAdvice } from './supplierSubstitutionAdvice';
import {
	sellersOf,
	supplierSubstitutionFactDeclarations,
	supplierSubstitutionFacts,
	type SupplierSubstitutionFacts,
} from './supplierSubstitutionFacts';
import { supplierSubstitutionPolicy } from './supplierSubstitutionPolicy';

/**
 * A purchase order that waits for approval in Odoo passes where it is with the preferred supplier;
 * where it is not, price, reason and frequency decide who looks at it.
 */
export const supplierSubstitution: Area = {
	id: 'supplier_substitution',
	code: 'A11',
	label: 'Supplier substitution',
	model: 'purchase.order',
	modules: ['purchase'],
	rights: ['purchase.group_purchase_manager'],
	trigger: {
		// Who is preferred is found out when the order is read: no condition of a rule can say it.
		domain: "[('state', '=', 'to approve')]",
		fields: ['state', 'amount_untaxed', 'partner_id'],
	},
	specification: substitutableOrderReading.specification,
	related: {
		sellers: sellers.query,
		recentPurchases: recentPurchases.query,
		notes: purchaseNotes.query,
	},
	factDeclarations: supplierSubstitutionFactDeclarations,
	gather,
	effects: purchaseEffects,
	again: null,
	guard: purchaseGuard,
	defaultPolicy: supplierSubstitutionPolicy,
	advice: supplierSubstitutionAdvice,
};

const watched = {
	fields: ['partner_id', 'currency_id', 'payment_term_id', 'amount_untaxed', 'amount_total'],
	lines: { order_line: ['product_id', 'product_qty', 'price_unit', 'discount'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const order = substitutableOrderReading.read(answer.record);
	const derived = supplierSubstitutionFacts(order, answer, now);
	const list = sellersOf(answer);
	const substituted = list instanceof Unknown ? [] : substitutedLines(order, list, now);
	return {
		name: order.name,
		amount: typeof derived.orderAmount === 'number' ? derived.orderAmount : null,
		currency: order.company_id.currency_id.name,
		...behind('purchase.order', order),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(order, derived, substituted),
		lines: lines(order, substituted),
	};
}

function figures(
	order: SubstitutableOrder,
	facts: SupplierSubstitutionFacts,
	substituted: readonly Substituted[],
): Gathered['figures'] {
	const currency = order.company_id.currency_id.name;
	const preferred = new Set(substituted.map((one) => one.preferred.display_name));
	return figuresOf([
		['Supplier', order.partner_id.display_name],
		['Preferred supplier', [...preferred].sort().join(', ') || 'no other'],
		['Lines substituted', writeDerived(facts.linesSubstituted)],
		['Order value without tax', writeDerived(facts.orderAmount, 'money', currency)],
		['Above the preferred supplier', writeDerived(facts.abovePreferredPercent, '%')],
		['Sooner than the preferred supplier', writeDerived(facts.leadTimeGainDays, 'days')],
		['Planned receipt', order.date_planned?.toFormat('yyyy-MM-dd') ?? 'no date'],
		['Justified in writing', writeDerived(facts.isJustified)],
		['Substitutions in 90 days', writeDerived(facts.substitutions90Days)],
		['Buyer', order.user_id?.display_name ?? 'nobody'],
	]);
}

function lines(order: SubstitutableOrder, substituted: readonly Substituted[]): Gathered['lines'] {
	const write = amountWriter(order.currency_id.name, order.currency_id.decimal_places);
	return {
		columns: ['Product', 'Quantity', 'Unit price', 'Discount', 'Preferred supplier'],
		rows: boughtLines(order).map((line) => [
			line.product_id?.display_name ?? 'no product',
			formatValue(line.product_qty),
			write(line.price_unit),
			formatValue(line.discount, '%'),
			substituted.find((one) => one.line.id === line.id)?.preferred.display_name ?? 'no other',
		]),
	};
}
