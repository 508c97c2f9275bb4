import type { CountedFigures } from '../../../src/domain/insights/figures';
import { figuresFrom } from '../../../src/domain/insights/figuresFrom';
import { emptyFigures } from '../../kit/emptyFigures';
import { decidedRow as decided, openedRow as opened } from '../../kit/figureRows';

const of = (changes: Partial<CountedFigures>, unit: 'day' | 'week' | null = null) =>
	figuresFrom({ ...emptyFigures, ...changes }, unit && { unit, zone: 'Europe/Berlin' });

describe('figures', () => {
	it('have no share and no time of nothing', () => {
		const { total, byArea, rules } = of({});

		expect(total.opened).toMatchObject({ count: 0, autoApprovedShare: null, routingSeconds: null });
		expect(total.decided).toMatchObject({ byPeople: 0, lateShare: null, decisionHours: null });
		expect(total.waiting).toMatchObject({ count: 0, hours: null, oldestHours: null });
		expect(total.events).toMatchObject({ written: 0, oldestPendingMinutes: null });
		expect([byArea, rules]).toEqual([[], []]);
	});

	it('tell shares of what they are shares of, and times in their unit', () => {
		const { total } = of({ opened: [opened], decided: [decided] });

		expect(total.opened).toMatchObject({
			autoApprovedShare: 0.625,
			exceptionShare: 0.375,
			withoutModelShare: null,
			routingSeconds: { p50: 1.235, p90: 2 },
		});
		expect(total.decided).toMatchObject({
			lateShare: 0.3333,
			overrideShare: 0.6667,
			decisionHours: { p50: 1.5, p90: 3 },
			decidedWithin: expect.arrayContaining([{ hours: 1, count: 3 }]),
		});
	});

	it('say nothing that does not go by the breakdown', () => {
		const { byApprover, byCompany } = of({
			opened: [{ ...opened, by: 'company', key: null }],
			decided: [
				{ ...decided, by: 'approver', key: '7' },
				{ ...decided, by: 'approver', key: null },
			],
			labels: { area: {}, company: {}, approver: { 7: 'Ada' } },
		});

		expect(byApprover).toMatchObject([{ key: '7', label: 'Ada', opened: null, events: null }]);
		expect(byCompany).toMatchObject([{ key: null, label: 'None', opened: { count: 8 } }]);
	});

	it('name by number whoever is no more in Odoo', () => {
		const { byApprover } = of({ decided: [{ ...decided, by: 'approver', key: '7' }] });

		expect(byApprover).toMatchObject([{ key: '7', label: '7' }]);
	});

	it('begin with what there is most of', () => {
		const area = (key: string, count: number) => ({ ...opened, by: 'area' as const, key, count });
		const { byArea } = of({ opened: [area('b', 2), area('c', 9), area('a', 2)] });

		expect(byArea.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
	});

	it('are told of each period, also of those in which nothing happened', () => {
		const week = { ...opened, by: 'period' as const, key: '2026-01-05T00:00' };
		const { byPeriod } = of({ opened: [week] }, 'week');

		expect(byPeriod.map(({ label, opened: told }) => [label, told?.count])).toEqual([
			['2025-12-29', 0],
			['2026-01-05', 8],
			['2026-01-12', 0],
		]);
	});

	it('take a day for a day where the clocks change', () => {
		const around = { from: '2026-03-28T12:00:00.000Z', to: '2026-03-30T12:00:00.000Z' };
		expect(of(around, 'day').byPeriod.map(({ key }) => key)).toEqual([
			'2026-03-28T00:00',
			'2026-03-29T00:00',
			'2026-03-30T00:00',
		]);
	});
});
