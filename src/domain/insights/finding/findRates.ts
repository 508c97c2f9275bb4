import type { Signal } from '../../areas/Area';
import { signals } from '../../areas/signals';
import type { RateComparison } from '../anomalies';
import { wilson } from '../statistics';
import { LIKELY, VERY_LIKELY } from './certainties';
import type { Found, FindingKind, Told } from './Finding';
import { dayWords, shareWords } from './words';

/** What was compared, and with so much before it can be compared with itself. */
const LEAST_BASE = 20;
/** Fewer are chance, whatever the shares are. */
const LEAST_HITS = 3;
/** A rule whose cases are approved this often hardly helps. */
const HARDLY_UPHELD = 0.9;
const LEAST_FOR_A_RULE = 30;

interface Some {
	count: number;
	hits: number;
}

/** Shares that have risen, or are above those of the others; and rules that hardly help. */
export function findRates(rates: readonly RateComparison[], told: Told): Found[] {
	return rates.flatMap((rate) => [
		...higherThanBefore(rate, told),
		...(rate.kind === 'rule' ? hardlyUpheld(rate) : []),
	]);
}

function higherThanBefore(rate: RateComparison, told: Told): Found[] {
	const { area, base, recent, others, since, caseIds } = rate;
	const words = wordsOf(rate, told);
	const hasPast = base.count >= LEAST_BASE;
	// A rule is like no other rule.
	if (!words || recent.hits < LEAST_HITS || (!hasPast && rate.kind === 'rule')) return [];
	const compared = hasPast ? base : others;
	if (compared.count < LEAST_BASE || !isAbove(recent, compared, LIKELY)) return [];
	const [whose, days] = hasPast
		? ['', `of the ${dayWords(told.baseDays)} before`]
		: ['with the others, ', `of ${dayWords(told.baseDays + told.recentDays)}`];
	return [
		{
			kind: words.kind,
			area,
			about: words.about,
			what: `${words.what(shareWords(recent))} in ${dayWords(told.recentDays)}.`,
			comparedWith: `${shareWords(compared)}, ${whose}${days}.`,
			since,
			certainty: isAbove(recent, compared, VERY_LIKELY) ? 'very likely' : 'likely',
			caseIds,
			todo: words.todo,
		},
	];
}

function isAbove(recent: Some, compared: Some, deviations: number): boolean {
	const { low } = wilson(recent.hits, recent.count, deviations);
	return low > wilson(compared.hits, compared.count, deviations).high;
}

function hardlyUpheld(rate: RateComparison): Found[] {
	const { area, key, base, recent, since, caseIds } = rate;
	const all = { count: base.count + recent.count, hits: base.hits + recent.hits };
	const { low } = wilson(all.hits, all.count, LIKELY);
	if (all.count < LEAST_FOR_A_RULE || low < HARDLY_UPHELD) return [];
	const isSure = wilson(all.hits, all.count, VERY_LIKELY).low >= HARDLY_UPHELD;
	return [
		{
			kind: 'rule_rarely_upheld',
			area,
			about: key,
			what: `People approve nearly all that the rule ${key} asks about: ${shareWords(all)}.`,
			comparedWith: `${String(HARDLY_UPHELD * 100)} %, above which a rule costs time and prevents little.`,
			since,
			certainty: isSure ? 'very likely' : 'likely',
			caseIds,
			todo: 'Review its threshold: simulate the policy with a higher one on the past weeks.',
		},
	];
}

interface Words {
	kind: FindingKind;
	about: string;
	what: (share: string) => string;
	todo: string;
}

function wordsOf(rate: RateComparison, told: Told): Words | null {
	const { kind, area, key, fact } = rate;
	const label = told.areaLabel(area);
	if (kind === 'signal') {
		const signal = signals.find((one) => one.area === area && one.fact === fact);
		return signal ? signalWords(signal, told.partner(key)) : null;
	}
	if (kind === 'rule')
		return {
			kind: 'frequent_overrides',
			about: key,
			what: (share) => `What the rule ${key} asks about is approved more often: ${share}`,
			todo: 'See whether the threshold still fits, or whether people have stopped looking.',
		};
	return personWords(rate, label, told);
}

function signalWords({ what, todo }: Signal, partner: string): Words {
	return {
		kind: 'partner_signal',
		about: partner,
		what: (share) => `${partner}: ${what}, ${share}`,
		todo,
	};
}

function personWords({ kind, key }: RateComparison, label: string, told: Told): Words {
	if (kind === 'near_miss')
		return {
			kind: 'just_below_a_rule',
			about: told.partner(key),
			what: (share) => `${told.partner(key)}: ${label} stays just below a rule in ${share}`,
			todo: 'See whether orders are cut to pass, and whether they belong together.',
		};
	const who = told.user(key);
	if (kind === 'late')
		return {
			kind: 'late_decisions',
			about: who,
			what: (share) => `${who} decides later than promised over ${label}: ${share}`,
			todo: `Ask whether ${who} is away or has too much to do. Name a deputy, or let others decide as well.`,
		};
	return {
		kind: 'frequent_overrides',
		about: who,
		what: (share) => `${who} approves what a rule would not let pass, over ${label}: ${share}`,
		todo: `Look at some of the cases with ${who}: is the rule too strict, or the look too short?`,
	};
}
