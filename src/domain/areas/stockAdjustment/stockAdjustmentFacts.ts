import { DateTime } from 'luxon';
import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { countOf } from '../facts/countOf';
import { percentOf } from '../facts/percentOf';
import { productCategories } from '../facts/productCategories';
import { roundQuantity } from '../facts/roundQuantity';
import { unitCost } from '../facts/unitCost';
import { type Derived, Unknown } from '../facts/Unknown';
import { adjustments, type CountedQuant } from './countedQuant';

export const stockAdjustmentFactDeclarations = {
	adjustmentValue: { type: 'number', unit: 'money', label: 'Value of the adjustment' },
	adjustmentAmount: {
		type: 'number',
		unit: 'money',
		label: 'Value of the adjustment, missing or found',
	},
	currency: { type: 'string', label: 'Company currency' },
	adjustmentPercent: { type: 'number', unit: '%', label: 'Adjustment of what was on hand' },
	adjustmentQuantity: { type: 'number', label: 'Quantity adjusted' },
	adjustments90Days: { type: 'number', label: 'Adjustments of it in 90 days' },
	isNegativeResult: { type: 'boolean', label: 'Less than nothing counted' },
	isBelowReserved: { type: 'boolean', label: 'Less counted than is reserved' },
	isOutdated: { type: 'boolean', label: 'Moved since it was counted' },
	daysSinceLastCount: { type: 'number', unit: 'days', label: 'Time since the last count' },
	company: { type: 'string', label: 'Company' },
	location: { type: 'string', label: 'Place' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type StockAdjustmentFacts = Record<keyof typeof stockAdjustmentFactDeclarations, Derived>;

/**
 * Derives what policies compare from stock that was counted. Quantity and value are negative where
 * something is missing; amount and share have no sign, and the share is of what was on hand, rounded up.
 *
 * @param now ISO 8601
 */
export function stockAdjustmentFacts(
	quant: CountedQuant,
	answer: RecordAnswer,
	now: string,
): StockAdjustmentFacts {
	const noCompany = new Unknown('the place belongs to no company');
	const counted = countedIn(quant);
	const value = adjustmentValue(quant) ?? noCompany;
	return {
		adjustmentValue: value,
		adjustmentAmount: value instanceof Unknown ? value : Math.abs(value),
		currency: quant.company_id?.currency_id.name ?? noCompany,
		adjustmentPercent: adjustmentPercent(quant),
		adjustmentQuantity: offBy(quant),
		adjustments90Days: countOf(adjustments.from(answer)),
		isNegativeResult: counted < 0,
		isBelowReserved: roundQuantity(quant.reserved_quantity - counted) > 0,
		// Odoo would book the difference of then, and asks a question first.
		isOutdated: roundQuantity(offBy(quant) - quant.inventory_diff_quantity) !== 0,
		daysSinceLastCount: daysSince(quant.last_count_date, now),
		company: quant.company_id?.display_name ?? noCompany,
		location: quant.location_id.display_name,
		productCategory: productCategories([quant]),
	};
}

/** What was counted: what Odoo has, where no count waits, since then there is nothing to adjust. */
export function countedIn(quant: CountedQuant): number {
	return quant.inventory_quantity_set ? quant.inventory_quantity : quant.quantity;
}

/** By how much the count is above what Odoo has. */
function offBy(quant: CountedQuant): number {
	return roundQuantity(countedIn(quant) - quant.quantity);
}

function adjustmentValue(quant: CountedQuant): number | Unknown | null {
	if (quant.company_id === null) return null;
	if (offBy(quant) === 0) return 0;
	const cost = unitCost(quant);
	if (cost instanceof Unknown) return cost;
	return roundMoney(cost * offBy(quant), quant.company_id.currency_id.decimal_places);
}

function adjustmentPercent(quant: CountedQuant): number | Unknown {
	if (offBy(quant) === 0) return 0;
	if (quant.quantity <= 0) return new Unknown('nothing was on hand');
	return percentOf(Math.abs(offBy(quant)), quant.quantity);
}

/** Whole days, of dates. */
function daysSince(date: DateTime | null, now: string): number | Unknown {
	if (date === null) return new Unknown('it was never counted');
	const today = DateTime.fromISO(now, { zone: 'utc' }).startOf('day');
	return today.diff(date).as('days');
}
