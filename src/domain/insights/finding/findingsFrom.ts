import type { Signal } from '../../areas/Area';
import type { Comparisons } from '../anomalies';
import type { LinkTo } from '../openCases';
import { type Finding, type Found, toldBy } from './Finding';
import { findNumbers, findOutliers } from './findNumbers';
import { findRates } from './findRates';
import { findTimes } from './findTimes';

/** What is too little to be compared; Odoo does not tell of it. */
export const leastToCompare = { base: 20, recent: 8 } as const;

/** Robust standard deviations from which an amount is unusual. */
export const OUTLIER_DEVIATIONS = 3.5;

/**
 * What stands out in the last days.
 *
 * The same comparisons always have the same findings. None is made where there is too little to
 * compare, where the difference may well be chance, or where nobody would do anything about it.
 *
 * @param signalOf what a fact of an area says of a partner
 */
export function findingsFrom(
	comparisons: Comparisons,
	signalOf: (area: string, fact: string) => Signal | undefined,
	linkTo: LinkTo,
): Finding[] {
	const told = toldBy(comparisons);
	const { times, rates, numbers, outliers } = comparisons;
	const found: Found[] = [
		...findTimes(times, told),
		...findRates(rates, told, signalOf),
		...findNumbers(numbers, told),
		...findOutliers(outliers, told),
	];
	return found
		.map(({ caseIds, ...finding }) => ({
			...finding,
			areaLabel: told.areaLabel(finding.area),
			cases: caseIds.map((id) => ({ id, url: linkTo({ model: 'x_approval_case', id }) })),
		}))
		.sort(surestFirst);
}

function surestFirst(left: Finding, right: Finding): number {
	return rank(right) - rank(left);
}

function rank({ certainty }: Finding): number {
	return certainty === 'very likely' ? 1 : 0;
}
