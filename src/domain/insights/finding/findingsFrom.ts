import type { z } from 'zod';
import { signals } from '../../areas/signals';
import type { Comparisons, anomaliesCommandSchema } from '../anomalies';
import type { LinkTo } from '../openCases';
import { type Finding, type Found, toldBy } from './Finding';
import { findNumbers, findOutliers } from './findNumbers';
import { findRates } from './findRates';
import { findTimes } from './findTimes';

/** Asks for all that findings are made of; what is too little to be compared, Odoo does not tell. */
export function comparing(
	times: Pick<z.infer<typeof anomaliesCommandSchema>, 'areas' | 'recentSeconds' | 'baseSeconds'>,
): z.infer<typeof anomaliesCommandSchema> {
	return {
		command: 'anomalies',
		...times,
		signals: signals.map(({ area, fact }) => ({ area, fact })),
		least: { base: 20, recent: 8 },
		// Robust standard deviations from which an amount is unusual.
		outlierDeviations: 3.5,
	};
}

/**
 * What stands out in the last days.
 *
 * The same comparisons always have the same findings. None is made where there is too little to
 * compare, where the difference may well be chance, or where nobody would do anything about it.
 */
export function findingsFrom(comparisons: Comparisons, linkTo: LinkTo): Finding[] {
	const told = toldBy(comparisons);
	const { times, rates, numbers, outliers } = comparisons;
	const found: Found[] = [
		...findTimes(times, told),
		...findRates(rates, told),
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
