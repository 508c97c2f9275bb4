import { orders } from '../scripts/scenario/orders';
import type { OrderStory } from '../scripts/scenario/OrderStory';

/** One of the scenario's orders. */
export function findOrder(id: string): OrderStory {
	const story = orders.find((one) => one.id === id);
	if (!story) throw new RangeError(`The scenario has no order "${id}"`);
	return story;
}
