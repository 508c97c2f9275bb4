import type { DateTime } from 'luxon';
import { compareTiers, customerTier, NO_TIER } from '../facts/customerTier';
import { orderMarginPercent } from '../facts/orderMarginPercent';
import { Unknown } from '../facts/Unknown';
import type { CompetingMove, Delivery, Sale } from './delivery';

/** A delivery among those that want the same goods. */
export interface Contender {
	id: number;
	name: string;
	tier: string;
	deadline: DateTime | null;
	/** Percent; `null` where it is not known. */
	margin: number | null;
}

/**
 * The delivery and those that compete with it, the first first: by the tier of the customer
 * (`compareTiers`; a delivery for no sales order has none), then the earlier deadline, none last,
 * then the higher margin of the order, an unknown one last, and then the older delivery.
 *
 * Not known where a customer has two tiers.
 */
export function rankDeliveries(
	delivery: Delivery,
	moves: readonly CompetingMove[],
): Contender[] | Unknown {
	const ranked: Contender[] = [];
	const others = new Map(moves.map(({ picking_id }) => [picking_id.id, picking_id]));
	for (const one of [{ ...delivery, display_name: delivery.name }, ...others.values()]) {
		const tier = one.sale_id ? customerTier(one.sale_id.partner_id) : NO_TIER;
		if (tier instanceof Unknown) return new Unknown(`of ${one.display_name} ${tier.why}`);
		const margin = saleMargin(one.sale_id);
		ranked.push({
			id: one.id,
			name: one.display_name,
			tier,
			deadline: one.date_deadline,
			margin: margin instanceof Unknown ? null : margin,
		});
	}
	return ranked.sort(compareContenders);
}

/** Margin of the order that a delivery is for, in percent. */
export function saleMargin(sale: Sale | null | undefined): number | Unknown {
	if (!sale) return new Unknown('it is for no sales order');
	const { margin } = sale;
	if (margin === undefined) return new Unknown('margins come with the module sale_margin');
	return orderMarginPercent({ ...sale, margin });
}

function compareContenders(left: Contender, right: Contender): number {
	return (
		compareTiers(left.tier, right.tier) ||
		compareNumbers(left.deadline?.toMillis(), right.deadline?.toMillis()) ||
		compareNumbers(negated(left.margin), negated(right.margin)) ||
		left.id - right.id
	);
}

function negated(value: number | null): number | undefined {
	return value === null ? undefined : -value;
}

/** The lower first, and what is not there last. */
function compareNumbers(left: number | undefined, right: number | undefined): number {
	if (left === right) return 0;
	return (left ?? Infinity) < (right ?? Infinity) ? -1 : 1;
}
