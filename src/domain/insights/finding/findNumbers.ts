import { formatValue } from '../../formatValue';
import { roundMoney } from '../../money';
import type { NumberComparison, Outlier } from '../anomalies';
import { wilson } from '../statistics';
import { LIKELY, VERY_LIKELY } from './certainties';
import type { Found, Told } from './Finding';
import { dayWords, timesWords } from './words';

/** So many errors are a cluster; so many requests a rush, of somebody who had so many before. */
const LEAST_ERRORS = 5;
const LEAST_REQUESTS = 8;
const LEAST_REQUESTS_BEFORE = 10;
/** How much more often than before matters. */
const LEAST_FACTOR = 2;

/** Errors that come in clusters, and partners who suddenly ask for much. */
export function findNumbers(numbers: readonly NumberComparison[], told: Told): Found[] {
	return numbers.flatMap((number) => {
		const { kind, area, base, recent, since, caseIds } = number;
		const isRush = kind === 'requests';
		if (recent < (isRush ? LEAST_REQUESTS : LEAST_ERRORS)) return [];
		if ((isRush && base < LEAST_REQUESTS_BEFORE) || !isMore(number, told, LIKELY)) return [];
		const words = isRush ? rushWords(number, told) : errorWords(number, told);
		return [
			{
				...words,
				area,
				comparedWith: `${String(base)} in the ${dayWords(told.baseDays)} before.`,
				since,
				certainty: isMore(number, told, VERY_LIKELY) ? 'very likely' : 'likely',
				caseIds,
			},
		];
	});
}

/** Whether more of them are in the last days than would be if they came twice as often as before. */
function isMore({ base, recent }: NumberComparison, told: Told, deviations: number): boolean {
	const { recentDays, baseDays } = told;
	const expected = (LEAST_FACTOR * recentDays) / (LEAST_FACTOR * recentDays + baseDays);
	return wilson(recent, base + recent, deviations).low > expected;
}

function rushWords({ key, area, recent }: NumberComparison, told: Told) {
	const partner = told.partner(key);
	return {
		kind: 'many_requests' as const,
		about: partner,
		what: `${partner}: ${String(recent)} requests for ${told.areaLabel(area)} in ${dayWords(told.recentDays)}.`,
		todo: 'See whether one order was cut into many, or whether the demand is real and stock and credit are enough.',
	};
}

function errorWords({ kind, key, recent }: NumberComparison, told: Told) {
	const [where, todo] =
		kind === 'refusal'
			? ['Odoo refused', 'Mend the cause in Odoo, then have the cases carried out again.']
			: ['n8n failed', 'Mend the cause in the workflow, then replay the events in Odoo.'];
	return {
		kind: 'error_cluster' as const,
		about: key,
		what: `${where} ${timesWords(recent)} in ${dayWords(told.recentDays)}: ${key}`,
		todo,
	};
}

/** Amounts far above what is usual for a partner. */
export function findOutliers(outliers: readonly Outlier[], told: Told): Found[] {
	return outliers.map(({ area, key, caseId, recordName, openedAt, amount, currency, base }) => {
		const usual = roundMoney(Math.exp(base.median) - 1, 2);
		const partner = told.partner(key);
		return {
			kind: 'unusual_amount' as const,
			area,
			about: recordName,
			what: `${recordName} of ${partner} is ${timesWords(amount / usual)} as large as usual: ${formatValue(amount, 'money', currency)}.`,
			comparedWith: `${formatValue(usual, 'money', currency)}, the median of ${String(base.count)} earlier ones.`,
			since: openedAt,
			certainty: 'likely' as const,
			caseIds: [caseId],
			todo: 'Make sure that quantity, price and customer are meant so.',
		};
	});
}
