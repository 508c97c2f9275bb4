import { DateTime } from 'luxon';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { roundedDown } from '../facts/rounded';
import { companyAmount } from '../facts/companyAmount';
import { hasAny } from '../facts/countOf';
import { percentAbove } from '../facts/percentAbove';
import { productCategories } from '../facts/productCategories';
import { contractPrice, leadTime, paidPrice } from '../facts/purchasePrices';
import { type Derived, Unknown } from '../facts/Unknown';
import { boughtLines } from '../reading/purchaseLine';
import { purchaseNotes } from '../reading/purchaseNotes';
import { isSame, preferredSupplier, substitutedLines, type Substituted } from './preferredSupplier';
import {
	LINES_READ,
	recentPurchases,
	sellers,
	SELLERS_READ,
	type Seller,
	type SubstitutableOrder,
} from './substitutableOrder';

export const supplierSubstitutionFactDeclarations = {
	isSubstitution: { type: 'boolean', label: 'Bought from another than the preferred supplier' },
	linesSubstituted: { type: 'number', label: 'Lines that another supplier is preferred for' },
	orderAmount: { type: 'number', unit: 'money', label: 'Order value without tax' },
	currency: { type: 'string', label: 'Company currency' },
	abovePreferredPercent: {
		type: 'number',
		unit: '%',
		label: 'Most above the price list of the preferred supplier',
	},
	leadTimeGainDays: {
		type: 'number',
		unit: 'days',
		label: 'Sooner than the preferred supplier delivers',
	},
	isJustified: { type: 'boolean', label: 'Justified in writing' },
	substitutions90Days: {
		type: 'number',
		label: 'Other orders for these products with another supplier in 90 days',
	},
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type SupplierSubstitutionFacts = Record<
	keyof typeof supplierSubstitutionFactDeclarations,
	Derived
>;

const notSubstituted = new Unknown('the order is with the preferred supplier');

/** All price lists of what is on the order, or why they are not known. */
export function sellersOf(answer: RecordAnswer): Seller[] | Unknown {
	const found = sellers.from(answer);
	if (found instanceof Unknown || found.length < SELLERS_READ) return found;
	return new Unknown('the products have too many price lists');
}

/**
 * Derives what policies compare from a purchase order, and from the price lists of all who supply
 * what is on it. Prices are compared net of discounts and taxes, in the company's currency.
 *
 * @param now ISO 8601
 */
export function supplierSubstitutionFacts(
	order: SubstitutableOrder,
	answer: RecordAnswer,
	now: string,
): SupplierSubstitutionFacts {
	return {
		...substitutionFacts(order, answer, now),
		orderAmount: companyAmount(order, order.amount_untaxed),
		currency: order.company_id.currency_id.name,
		isJustified: hasAny(purchaseNotes.from(answer)),
		company: order.company_id.display_name,
		region: order.partner_id.country_id?.display_name ?? new Unknown('the supplier has no country'),
		productCategory: productCategories(boughtLines(order)),
	};
}

function substitutionFacts(
	order: SubstitutableOrder,
	answer: RecordAnswer,
	now: string,
): Pick<
	SupplierSubstitutionFacts,
	| 'isSubstitution'
	| 'linesSubstituted'
	| 'abovePreferredPercent'
	| 'leadTimeGainDays'
	| 'substitutions90Days'
> {
	const list = sellersOf(answer);
	if (list instanceof Unknown) {
		return {
			isSubstitution: list,
			linesSubstituted: list,
			abovePreferredPercent: list,
			leadTimeGainDays: list,
			substitutions90Days: list,
		};
	}
	const lines = substitutedLines(order, list, now);
	return {
		isSubstitution: lines.length > 0,
		linesSubstituted: lines.length,
		abovePreferredPercent: abovePreferred(order, lines, now),
		leadTimeGainDays: leadTimeGain(lines, now),
		substitutions90Days: earlierSubstitutions(list, answer, now),
	};
}

/** The line that is furthest above; 0 when none is. */
function abovePreferred(
	order: SubstitutableOrder,
	lines: readonly Substituted[],
	now: string,
): number | Unknown {
	if (lines.length === 0) return notSubstituted;
	const percents = lines.flatMap(({ line, list }) => {
		const [price, agreed] = [paidPrice(order, line), contractPrice(line, list, now)];
		return price === null || agreed === null || agreed <= 0 ? [] : percentAbove(price, agreed);
	});
	if (percents.length < lines.length) {
		return new Unknown('for some lines, the preferred supplier has no price for so many');
	}
	return Math.max(0, ...percents);
}

/**
 * By the line that gains least. What the order plans counts: the price list of a supplier who is new
 * to a product is made by Odoo when the order is confirmed, and says that it takes no time.
 */
function leadTimeGain(lines: readonly Substituted[], now: string): number | Unknown {
	if (lines.length === 0) return notSubstituted;
	const gains = lines.flatMap(({ line, list }) => {
		const preferred = leadTime(line, list, now);
		if (preferred === null || !line.date_planned) return [];
		const days = line.date_planned.diff(DateTime.fromISO(now)).as('days');
		return roundedDown(preferred - days);
	});
	if (gains.length < lines.length) {
		return new Unknown('for some lines, no lead time of the preferred supplier is known');
	}
	return Math.min(...gains);
}

function earlierSubstitutions(
	list: readonly Seller[],
	answer: RecordAnswer,
	now: string,
): number | Unknown {
	const bought = recentPurchases.from(answer);
	if (bought instanceof Unknown) return bought;
	if (bought.length === LINES_READ) return new Unknown('the products were bought too often');
	const others = bought.filter(({ product_id: product, order_id: order }) => {
		const preferred = preferredSupplier(product, list, now);
		return preferred !== null && !isSame(preferred, order.partner_id);
	});
	return new Set(others.map(({ order_id: order }) => order.id)).size;
}
