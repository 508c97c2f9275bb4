import { findLink } from '../../../scripts/scenario/approverLink';
import { orders } from '../../../scripts/scenario/orders';
import type { OrderStory } from '../../../scripts/scenario/OrderStory';
import { waitUntilAsked } from '../../../scripts/scenario/playStory';
import { handIn, writeQuotation, type Quotation } from '../../../scripts/scenario/salesDesk';
import type { Stage } from '../../../scripts/scenario/Stage';

export interface AskedOrder {
	quotation: Quotation;
	caseId: number;
	/** Of the sales manager who is asked. */
	link: string;
}

/**
 * An order that a person has to decide, at the point where somebody is asked.
 *
 * @param prepare changes the quotation before it is handed in
 */
export async function askedOrder(
	stage: Stage,
	prepare?: (quotation: Quotation) => Promise<void>,
): Promise<AskedOrder> {
	const quotation = await writeQuotation(stage, thinStory());
	await prepare?.(quotation);
	await handIn(stage, quotation);
	const { salesManager } = stage.people;
	const { id: caseId } = await waitUntilAsked(stage, quotation, salesManager.id);
	return { quotation, caseId, link: await findLink(salesManager, caseId) };
}

export function thinStory(): OrderStory {
	const thin = orders.find(({ id }) => id === 'thin');
	if (!thin) throw new Error('There is no story of a thin order');
	return thin;
}
