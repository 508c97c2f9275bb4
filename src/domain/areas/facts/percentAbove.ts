import { roundedUp } from './rounded';

/** How many percent a value is above another, two decimals, rounded up; negative when it is below. */
export function percentAbove(value: number, reference: number): number {
	return roundedUp((value / reference - 1) * 100);
}
