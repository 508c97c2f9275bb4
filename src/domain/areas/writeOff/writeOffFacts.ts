import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { hasAny } from '../facts/countOf';
import { percentOf } from '../facts/percentOf';
import { productCategories } from '../facts/productCategories';
import { roundQuantity, totalQuantity } from '../facts/roundQuantity';
import { unitCost } from '../facts/unitCost';
import { unitsIn } from '../facts/unitsIn';
import { type Derived, Unknown } from '../facts/Unknown';
import {
	notes,
	stockThere,
	WRITE_OFF_LIMIT,
	writtenOff,
	type Scrap,
	type StockThere,
	type WrittenOff,
} from './scrap';

export const writeOffFactDeclarations = {
	scrapValue: { type: 'number', unit: 'money', label: 'Value written off' },
	currency: { type: 'string', label: 'Company currency' },
	hasReason: { type: 'boolean', label: 'Reason given' },
	reasons: { type: 'list', label: 'Reasons' },
	shareOfStockPercent: { type: 'number', unit: '%', label: 'Share of what is there' },
	isShort: { type: 'boolean', label: 'More than is there' },
	writeOffs30Days: {
		type: 'number',
		unit: 'money',
		label: 'Written off by the same person in 30 days, with this',
	},
	writeOffsOfLocation30Days: {
		type: 'number',
		unit: 'money',
		label: 'Written off from the same place in 30 days, with this',
	},
	company: { type: 'string', label: 'Company' },
	location: { type: 'string', label: 'Place' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type WriteOffFacts = Record<keyof typeof writeOffFactDeclarations, Derived>;

/**
 * Derives what policies compare from goods that are to be written off. Values are at today's cost,
 * those of earlier write-offs too; what has no cost adds nothing to them.
 */
export function writeOffFacts(scrap: Scrap, answer: RecordAnswer): WriteOffFacts {
	const { company_id: company, scrap_reason_tag_ids: tags } = scrap;
	const quantity = quantityOf(scrap);
	const scrapValue = valueOf(scrap, scrap);
	return {
		scrapValue,
		currency: company.currency_id.name,
		hasReason: hasReason(scrap, answer),
		reasons: tags?.map(({ display_name }) => display_name) ?? new Unknown('Odoo keeps no reasons'),
		...stockFacts(scrap, quantity, stockThere.from(answer)),
		...earlierFacts(scrap, scrapValue, writtenOff.from(answer)),
		company: company.display_name,
		location: scrap.location_id.display_name,
		productCategory: productCategories([scrap]),
	};
}

/** In the unit of the product. */
export function quantityOf({
	scrap_qty: quantity,
	product_uom_id: unit,
	product_id: product,
}: Pick<Scrap, 'scrap_qty' | 'product_uom_id' | 'product_id'>): number {
	return roundQuantity(quantity * unitsIn(unit, product.uom_id));
}

function valueOf(
	goods: Omit<WrittenOff, 'id' | 'create_uid' | 'location_id'>,
	{ company_id: company }: Pick<Scrap, 'company_id'>,
): number | Unknown {
	const cost = unitCost(goods);
	if (cost instanceof Unknown) return cost;
	return roundMoney(cost * quantityOf(goods), company.currency_id.decimal_places);
}

/** A reason that was chosen, a document where Odoo has no reasons to choose from, or a note. */
function hasReason(
	{ scrap_reason_tag_ids: tags, origin }: Scrap,
	answer: RecordAnswer,
): boolean | Unknown {
	const isChosen = tags ? tags.length > 0 : origin !== null;
	return isChosen || hasAny(notes.from(answer));
}

function stockFacts(
	scrap: Scrap,
	quantity: number,
	quants: StockThere[] | Unknown,
): Pick<WriteOffFacts, 'shareOfStockPercent' | 'isShort'> {
	const { is_storable, type } = scrap.product_id;
	if (!(is_storable ?? type === 'product')) {
		// Odoo does not count what there is of it.
		return { shareOfStockPercent: new Unknown('the product is not kept in stock'), isShort: false };
	}
	if (quants instanceof Unknown) return { shareOfStockPercent: quants, isShort: quants };
	const there = totalQuantity(quants, (quant) => quant.quantity);
	const meant = totalQuantity(
		quants.filter((quant) => isFrom(quant, scrap)),
		(quant) => quant.quantity,
	);
	return {
		shareOfStockPercent:
			there > 0 ? percentOf(quantity, there) : new Unknown('there is nothing of it'),
		isShort: quantity > meant,
	};
}

/** Odoo takes from the very lot, package and owner; where none is named, from what has none. */
function isFrom(quant: StockThere, scrap: Scrap): boolean {
	return (
		quant.lot_id?.id === scrap.lot_id?.id &&
		quant.package_id?.id === scrap.package_id?.id &&
		quant.owner_id?.id === scrap.owner_id?.id
	);
}

function earlierFacts(
	scrap: Scrap,
	scrapValue: number | Unknown,
	earlier: WrittenOff[] | Unknown,
): Pick<WriteOffFacts, 'writeOffs30Days' | 'writeOffsOfLocation30Days'> {
	const unknown = (why: Unknown) => ({ writeOffs30Days: why, writeOffsOfLocation30Days: why });
	if (scrapValue instanceof Unknown) return unknown(scrapValue);
	if (earlier instanceof Unknown) return unknown(earlier);
	if (earlier.length >= WRITE_OFF_LIMIT) return unknown(new Unknown('there are too many'));
	const { decimal_places: places } = scrap.company_id.currency_id;
	const total = (some: readonly WrittenOff[]) =>
		some.reduce((sum, one) => {
			const value = valueOf(one, scrap);
			return value instanceof Unknown ? sum : roundMoney(sum + value, places);
		}, scrapValue);
	return {
		writeOffs30Days: total(earlier.filter((one) => one.create_uid?.id === scrap.create_uid?.id)),
		writeOffsOfLocation30Days: total(
			earlier.filter((one) => one.location_id.id === scrap.location_id.id),
		),
	};
}
