import { roundedUp } from './rounded';

/** By how much a quantity is above a limit, two decimals, rounded up; 0 when it is not. */
export function amountBeyond(quantity: number, limit: number): number {
	return Math.max(0, roundedUp(quantity - limit));
}
