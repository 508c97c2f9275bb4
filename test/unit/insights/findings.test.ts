import type {
	Comparisons,
	NumberComparison,
	RateComparison,
	TimeComparison,
} from '../../../src/domain/insights/anomalies';
import { findingsFrom } from '../../../src/domain/insights/finding/findingsFrom';

const nothing: Comparisons = {
	status: 'found',
	at: '2026-04-15T00:00:00.000Z',
	recentFrom: '2026-04-01T00:00:00.000Z',
	baseFrom: '2026-01-01T00:00:00.000Z',
	times: [],
	rates: [],
	numbers: [],
	outliers: [],
	labels: {
		area: { procurement: 'Procurement', receipt_discrepancy: 'Receipt discrepancy' },
		user: { 7: 'Marta Keller' },
		partner: { 12: 'Valves Ltd' },
	},
};
const find = (changes: Partial<Comparisons>) =>
	findingsFrom({ ...nothing, ...changes }, ({ id }) => `case/${String(id)}`);

const log = (hours: number) => Math.log(1 + hours * 3_600);
const time = (changes: Partial<TimeComparison> = {}): TimeComparison => ({
	kind: 'approver',
	area: 'procurement',
	key: '7',
	since: '2026-04-02T00:00:00.000Z',
	caseIds: [3, 4],
	base: { count: 100, median: log(2), mad: 0.8 },
	recent: { count: 40, median: log(12) },
	...changes,
});
const rate = (changes: Partial<RateComparison> = {}): RateComparison => ({
	kind: 'signal',
	fact: 'linesShort',
	area: 'receipt_discrepancy',
	key: '12',
	since: '2026-04-03T00:00:00.000Z',
	caseIds: [9],
	base: { count: 60, hits: 3 },
	recent: { count: 12, hits: 10 },
	others: { count: 400, hits: 20 },
	...changes,
});
const number = (changes: Partial<NumberComparison> = {}): NumberComparison => ({
	kind: 'event_error',
	area: 'procurement',
	key: 'The policy could not be read',
	since: '2026-04-05T00:00:00.000Z',
	caseIds: [],
	base: 1,
	recent: 9,
	...changes,
});

describe('what stands out', () => {
	it('is nothing where there is nothing', () => {
		expect(find({})).toEqual([]);
	});

	it('is told whole: what, compared with what, since when, how sure, which, and what to do', () => {
		expect(find({ times: [time()] })).toEqual([
			{
				kind: 'slow_approver',
				area: 'procurement',
				areaLabel: 'Procurement',
				about: 'Marta Keller',
				what: 'Marta Keller takes over Procurement 12 h as a rule, 6 times as long as before (40 cases in 14 days).',
				comparedWith: '2 h as a rule, in 100 cases of the 90 days before.',
				since: '2026-04-02T00:00:00.000Z',
				certainty: 'very likely',
				cases: [
					{ id: 3, url: 'case/3' },
					{ id: 4, url: 'case/4' },
				],
				todo: expect.stringContaining('Name a deputy'),
			},
		]);
	});

	it.each([
		['as long as ever', { recent: { count: 20, median: log(2) } }],
		['half as long', { recent: { count: 20, median: log(1) } }],
		['a little longer, however sure', { recent: { count: 5_000, median: log(2.6) } }],
		['longer in few cases', { recent: { count: 3, median: log(9) } }],
		[
			'longer by seconds',
			{
				base: { count: 900, median: Math.log(3), mad: 0.1 },
				recent: { count: 90, median: Math.log(9) },
			},
		],
	])('is no approver who takes %s', (_, changes) => {
		expect(find({ times: [time(changes)] })).toEqual([]);
	});

	it.each(['people', 'routing', 'applying'] as const)('is a step that takes longer: %s', (kind) => {
		expect(find({ times: [time({ kind, key: '' })] })).toMatchObject([
			{ kind: 'slow_step', what: expect.stringContaining('Procurement: ') },
		]);
	});

	it('is a supplier who ships short, compared with themselves', () => {
		expect(find({ rates: [rate()] })).toMatchObject([
			{
				kind: 'partner_signal',
				about: 'Valves Ltd',
				what: 'Valves Ltd: less came than was ordered, 10 of 12 (83 %) in 14 days.',
				comparedWith: '3 of 60 (5 %), of the 90 days before.',
				certainty: 'very likely',
			},
		]);
	});

	it('is one who is new and ships short, compared with the others', () => {
		const [found] = find({ rates: [rate({ base: { count: 2, hits: 0 } })] });
		expect(found?.comparedWith).toBe('20 of 400 (5 %), with the others, of 100 days.');
	});

	it.each([
		['no more than ever', { recent: { count: 40, hits: 2 } }],
		['twice in a few', { recent: { count: 8, hits: 2 } }],
		['more, as may be chance', { recent: { count: 10, hits: 3 } }],
		[
			'much, with nobody to compare',
			{ base: { count: 5, hits: 0 }, others: { count: 9, hits: 0 } },
		],
		['what no area tells of', { fact: 'linesBlue' }],
	])('is no supplier who ships short: %s', (_, changes) => {
		expect(find({ rates: [rate(changes)] })).toEqual([]);
	});

	it('is whoever decides late, overrides more, or stays just below a rule', () => {
		const risen = { base: { count: 80, hits: 8 }, recent: { count: 20, hits: 15 }, fact: '' };
		const kinds = (['late', 'overrides', 'near_miss'] as const).map(
			(kind) =>
				find({ rates: [rate({ ...risen, kind, key: kind === 'near_miss' ? '12' : '7' })] })[0],
		);
		expect(kinds.map((one) => [one?.kind, one?.about])).toEqual([
			['late_decisions', 'Marta Keller'],
			['frequent_overrides', 'Marta Keller'],
			['just_below_a_rule', 'Valves Ltd'],
		]);
	});

	it('is a rule that people hardly ever uphold, when it was asked often enough', () => {
		const rule = (count: number, hits: number) =>
			find({
				rates: [
					rate({
						kind: 'rule',
						fact: '',
						key: 'procurement large-amount',
						base: { count, hits },
						recent: { count: 10, hits: 10 },
					}),
				],
			}).map(({ kind, todo }) => [kind, todo]);
		expect(rule(190, 189)).toEqual([
			['rule_rarely_upheld', expect.stringContaining('Review its threshold')],
		]);
		expect(rule(15, 15)).toEqual([]);
		expect(rule(190, 150)).toEqual([]);
	});

	it('is one error many times, and not one that is as usual', () => {
		expect(find({ numbers: [number()] })).toMatchObject([
			{
				kind: 'error_cluster',
				what: 'n8n failed 9 times in 14 days: The policy could not be read',
				comparedWith: '1 in the 90 days before.',
			},
		]);
		expect(find({ numbers: [number({ base: 60 })] })).toEqual([]);
		expect(find({ numbers: [number({ recent: 4, base: 0 })] })).toEqual([]);
		expect(find({ numbers: [number({ kind: 'refusal' })] })).toMatchObject([
			{ what: expect.stringContaining('Odoo refused') },
		]);
	});

	it('is a rush of requests of somebody who asked before, not of somebody new', () => {
		const rush = { kind: 'requests' as const, key: '12', recent: 30 };
		expect(find({ numbers: [number({ ...rush, base: 20 })] })).toMatchObject([
			{ kind: 'many_requests', about: 'Valves Ltd' },
		]);
		expect(find({ numbers: [number({ ...rush, base: 0 })] })).toEqual([]);
	});

	it('is an amount far above the usual, with both amounts', () => {
		const outlier = {
			area: 'procurement',
			key: '12',
			caseId: 5,
			recordName: 'P00017',
			openedAt: '2026-04-09T00:00:00.000Z',
			amount: 90_000,
			currency: 'EUR',
			base: { count: 30, median: Math.log(1_001), mad: 0.3 },
		};
		expect(find({ outliers: [outlier] })).toMatchObject([
			{
				kind: 'unusual_amount',
				about: 'P00017',
				what: 'P00017 of Valves Ltd is 90 times as large as usual: 90,000 EUR.',
				comparedWith: '1,000 EUR, the median of 30 earlier ones.',
				cases: [{ id: 5, url: 'case/5' }],
			},
		]);
	});

	it('begins with what is surest', () => {
		const likely = time({ recent: { count: 10, median: log(12) } });
		expect(find({ times: [likely, time()] }).map(({ certainty }) => certainty)).toEqual([
			'very likely',
			'likely',
		]);
	});
});
