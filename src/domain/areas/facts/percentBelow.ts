import { roundedUp } from './rounded';

/** How many percent a value is below another, two decimals, rounded up; 0 when it is not. */
export function percentBelow(value: number, reference: number): number {
	return Math.max(0, roundedUp((1 - value / reference) * 100));
}
