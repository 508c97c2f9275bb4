import { roundedUp } from './rounded';

/** How many percent a part is of a whole above 0, two decimals, rounded up. */
export function percentOf(part: number, whole: number): number {
	return roundedUp((part / whole) * 100);
}
