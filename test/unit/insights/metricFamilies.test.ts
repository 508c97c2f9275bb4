import { decisionBounds, type CountedFigures } from '../../../src/domain/insights/figures';
import { metricFamilies } from '../../../src/domain/insights/metricFamilies';
import { openMetricsText } from '../../../src/domain/insights/openMetricsText';
import { emptyFigures } from '../../kit/emptyFigures';
import { decidedRow, openedRow } from '../../kit/figureRows';

const linesOf = (changes: Partial<CountedFigures>) =>
	openMetricsText(metricFamilies({ ...emptyFigures, ...changes })).split('\n');
const valuesOf = (changes: Partial<CountedFigures>, name: string) =>
	linesOf(changes).filter((line) => line.startsWith(`odoo_approvals_${name}{`));

const here = { by: 'area', key: 'procurement' } as const;

describe('the metrics', () => {
	it('have no series where there is nothing', () => {
		const lines = linesOf({}).filter((line) => !line.startsWith('#'));
		expect(lines).toEqual(['']);
	});

	it('count by area, 0 where the ledger has no row', () => {
		const changes = { opened: [{ ...openedRow, ...here }] };

		expect(valuesOf(changes, 'cases_opened_total')).toEqual([
			'odoo_approvals_cases_opened_total{area="procurement"} 8',
		]);
		expect(valuesOf(changes, 'policy_outcomes_total')).toEqual([
			'odoo_approvals_policy_outcomes_total{area="procurement",outcome="auto_approve"} 5',
			'odoo_approvals_policy_outcomes_total{area="procurement",outcome="reject"} 0',
			'odoo_approvals_policy_outcomes_total{area="procurement",outcome="exception"} 3',
			'odoo_approvals_policy_outcomes_total{area="procurement",outcome="sample"} 0',
		]);
		expect(valuesOf(changes, 'pending_cases')).toEqual([
			'odoo_approvals_pending_cases{area="procurement"} 0',
		]);
	});

	it('know no age of nothing', () => {
		const waiting = { ...here, count: 2, overdue: 1, withoutDueTime: 0, inManualQueue: 0 };
		const changes = { waiting: [{ ...waiting, age: null, oldestAge: 90.5 }] };

		expect(valuesOf(changes, 'oldest_pending_case_age_seconds')).toEqual([
			'odoo_approvals_oldest_pending_case_age_seconds{area="procurement"} 90.5',
		]);
		expect(valuesOf(changes, 'outbox_oldest_pending_event_age_seconds')).toEqual([]);
	});

	it('tell how long people took as a histogram', () => {
		const within = decisionBounds.map((_bound, index) => (index < 3 ? 1 : 2));
		const changes = { decided: [{ ...decidedRow, ...here, within, waitingSum: 700_000 }] };
		const buckets = valuesOf(changes, 'decision_duration_seconds_bucket');

		expect(buckets).toHaveLength(decisionBounds.length + 1);
		expect(buckets[0]).toContain('{area="procurement",le="300.0"} 1');
		expect(buckets.at(-1)).toContain('{area="procurement",le="+Inf"} 3');
		expect(valuesOf(changes, 'decision_duration_seconds_count')[0]).toContain(' 3');
		expect(valuesOf(changes, 'decision_duration_seconds_sum')[0]).toContain(' 700000');
	});

	it('name no customer, no person and no company', () => {
		const by = (breakdown: 'approver' | 'company' | 'policy', key: string) => ({
			...decidedRow,
			by: breakdown,
			key,
		});
		const text = linesOf({
			decided: [by('approver', '77'), by('company', '88'), by('policy', 'secret 1')],
			labels: { area: {}, company: { 88: 'Azure Interior' }, approver: { 77: 'Ada' } },
		}).join('\n');

		expect(text).not.toMatch(/77|88|secret|Azure|Ada/);
	});

	it('count what is about no area as such', () => {
		const happened = [{ by: 'area', key: null, type: 'opened', count: 4 } as const];

		expect(valuesOf({ happened }, 'trail_events_total')[0]).toBe(
			'odoo_approvals_trail_events_total{area="none",type="opened"} 4',
		);
	});
});
