import { formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import { adjustments, countedQuantReading, type CountedQuant } from './countedQuant';
import { stockAdjustmentAdvice } from './stockAdjustmentAdvice';
import {
	countedIn,
	stockAdjustmentFactDeclarations,
	stockAdjustmentFacts,
	type StockAdjustmentFacts,
} from './stockAdjustmentFacts';
import { stockAdjustmentPolicy } from './stockAdjustmentPolicy';

/** Stock that was counted becomes what was counted, unless it is too far off. */
export const stockAdjustment: Area = {
	id: 'stock_adjustment',
	code: 'A11',
	label: 'Stock adjustment',
	model: 'stock.quant',
	modules: ['stock'],
	rights: ['stock.group_stock_manager'],
	trigger: {
		domain: `[
			('inventory_quantity_set', '=', True),
			('location_id.usage', 'in', ('internal', 'transit'))]`,
		fields: ['inventory_quantity', 'inventory_quantity_set'],
		// Whoever sets the quantity of a product has Odoo count and apply in one.
		asksInPassing: true,
	},
	specification: countedQuantReading.specification,
	related: { adjustments: adjustments.query },
	factDeclarations: stockAdjustmentFactDeclarations,
	gather,
	effects: {
		// They look themselves whether it was done: what Odoo counts by may be gone afterwards.
		approved: { method: 'apply_count', context: {}, expect: null },
		rejected: { method: 'clear_count', context: {}, expect: null },
		sent_back: leaveIt,
	},
	again: null,
	guard: null,
	defaultPolicy: stockAdjustmentPolicy,
	advice: stockAdjustmentAdvice,
};

const watched = {
	fields: [
		'product_id',
		'location_id',
		'lot_id',
		'package_id',
		'owner_id',
		'quantity',
		'inventory_quantity',
		'inventory_quantity_set',
		'inventory_diff_quantity',
	],
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const quant = countedQuantReading.read(answer.record);
	const derived = stockAdjustmentFacts(quant, answer, now);
	const { adjustmentAmount } = derived;
	return {
		name: `${quant.product_id.display_name} (${quant.location_id.display_name})`,
		amount: typeof adjustmentAmount === 'number' ? adjustmentAmount : null,
		currency: quant.company_id?.currency_id.name ?? null,
		...behindCount(quant),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(quant, derived),
		lines: { columns: [], rows: [] },
	};
}

/** Who counts is assigned, or has changed it last; Odoo itself makes what is counted. */
function behindCount(quant: CountedQuant): Pick<Gathered, 'requester' | 'involvedIds'> {
	const user_id = quant.user_id ?? quant.write_uid;
	return behind('stock.quant', { ...quant, user_id });
}

function figures(quant: CountedQuant, facts: StockAdjustmentFacts): Gathered['figures'] {
	const { product_id: product, company_id: company } = quant;
	const unit = product.uom_id.display_name;
	const own = company?.currency_id.name;
	return figuresOf([
		['Product', product.display_name],
		['Place', quant.location_id.display_name],
		['Lot', quant.lot_id?.display_name ?? 'none'],
		['Owner', quant.owner_id?.display_name ?? company?.display_name ?? 'nobody'],
		['On hand', formatValue(quant.quantity, unit)],
		['Counted', formatValue(countedIn(quant), unit)],
		['Difference', writeDerived(facts.adjustmentQuantity, unit)],
		['Value of the adjustment', writeDerived(facts.adjustmentValue, 'money', own)],
		['Of what was on hand', writeDerived(facts.adjustmentPercent, '%')],
		['Reserved', formatValue(quant.reserved_quantity, unit)],
		['Adjustments in 90 days', writeDerived(facts.adjustments90Days)],
		['Last count', writeDerived(facts.daysSinceLastCount, 'days')],
		['Moved since it was counted', writeDerived(facts.isOutdated)],
		['Counted by', behindCount(quant).requester.name],
	]);
}
