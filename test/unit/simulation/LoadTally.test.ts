import { aCase, resultOf, strictPolicy } from './simulatedCases';

describe('the load of approvers', () => {
	const low = { margin: 12 };

	it('is counted by role and SLA class, by week and by day', async () => {
		const { simulated, period } = await resultOf([
			aCase({ at: '2026-03-02T09:00:00.000Z', facts: low }),
			aCase({ at: '2026-03-02T10:00:00.000Z', facts: low }),
			aCase({ at: '2026-03-09T09:00:00.000Z', facts: { amount: 60_000 } }),
			aCase({ at: '2026-03-15T09:00:00.000Z' }),
			aCase({ at: '2026-03-10T09:00:00.000Z', facts: { margin: -5 } }),
		]);
		expect(period).toEqual({ from: '2026-03-02T09:00:00.000Z', to: '2026-03-15T09:00:00.000Z' });
		expect(simulated.load).toEqual({
			cases: 3,
			share: 60,
			perWeek: 1.5,
			busiestDay: { day: '2026-03-02', cases: 2 },
			byRole: [
				{
					role: 'sales_manager',
					slaClass: 'standard',
					cases: 2,
					share: 40,
					perWeek: 1,
					busiestDay: { day: '2026-03-02', cases: 2 },
				},
				{
					role: 'finance',
					slaClass: 'urgent',
					cases: 1,
					share: 20,
					perWeek: 0.5,
					busiestDay: { day: '2026-03-09', cases: 1 },
				},
			],
		});
	});

	it('counts less than a week as a week', async () => {
		const { simulated } = await resultOf([aCase({ facts: low }), aCase({ facts: low })]);
		expect(simulated.load).toMatchObject({ perWeek: 2 });
	});

	it('counts days in the zone of the policy', async () => {
		const policy = { ...strictPolicy, timeZone: 'Asia/Tokyo' };
		const { simulated } = await resultOf([aCase({ at: '2026-03-02T20:00:00.000Z', facts: low })], {
			policy,
		});
		expect(simulated.load.busiestDay).toEqual({ day: '2026-03-03', cases: 1 });
	});

	it('knows neither weeks nor days of cases without a date', async () => {
		const { simulated, period } = await resultOf([aCase({ at: null, facts: low })]);
		expect(period).toBeNull();
		expect(simulated.load).toMatchObject({ cases: 1, perWeek: null, busiestDay: null });
	});
});
