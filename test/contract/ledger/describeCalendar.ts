import { calendarOf, type ScheduleSource } from '../../../src/domain/sla/scheduleInOdoo';
import { addWorkingMinutes } from '../../../src/domain/sla/workingTime';
import { recordIds } from '../../../src/odoo/recordIds';
import { DateTime } from 'luxon';
import type { LedgerBench } from './LedgerBench';

const since = '2031-01-01T00:00:00.000Z';

export function describeCalendar(bench: () => LedgerBench): void {
	const make = async (model: string, values: Record<string, unknown>): Promise<number> => {
		const client = bench().client(bench().stage.administrator);
		const [id = 0] = await client.call(model, 'create', { vals_list: [values] }, recordIds);
		return id;
	};
	const line = (dayofweek: string, from: number, to: number, further: object = {}) => [
		0,
		0,
		{ name: 'Shift', dayofweek, hour_from: from, hour_to: to, day_period: 'morning', ...further },
	];
	/** Monday in two parts, and Tuesday up to midnight. */
	const makeSchedule = async (name: string, changes: object = {}) =>
		await make('resource.calendar', {
			name,
			tz: 'Europe/Berlin',
			attendance_ids: [
				[5, 0, 0],
				line('0', 8, 12.25),
				line('0', 12.25, 13, { day_period: 'lunch' }),
				line('0', 13, 17, { day_period: 'afternoon' }),
				line('1', 20, 24),
			],
			...changes,
		});
	const read = async (source: ScheduleSource) =>
		await bench().ledger.execute({ command: 'calendar', source, since });
	const found = async (source: ScheduleSource) => {
		const answer = await read(source);
		if (answer.status !== 'found') throw new Error(answer.message);
		return answer.schedule;
	};

	describe('when people work', () => {
		it('is read from a working schedule, without its breaks', async () => {
			await makeSchedule('Suite: two days');
			const schedule = await found({ kind: 'schedule', name: 'Suite: two days' });
			expect(schedule).toMatchObject({
				name: 'Suite: two days',
				zone: 'Europe/Berlin',
				flexible: false,
				shifts: [
					{ weekday: 1, from: 8, to: 12.25, week: null },
					{ weekday: 1, from: 13, to: 17, week: null },
					{ weekday: 2, from: 20, to: 24, week: null },
				],
			});
			expect(calendarOf({ ...schedule, leaves: [] })).toMatchObject({
				hours: [
					{ weekday: 1, from: '08:00', to: '12:15' },
					{ weekday: 1, from: '13:00', to: '17:00' },
					{ weekday: 2, from: '20:00', to: '24:00' },
				],
				closures: [],
			});
		});

		it('is not when the house is closed', async () => {
			const id = await makeSchedule('Suite: with a holiday');
			await make('resource.calendar.leaves', {
				name: 'A public holiday',
				calendar_id: id,
				date_from: '2031-03-02 23:00:00',
				date_to: '2031-03-03 22:59:59',
			});
			await make('resource.calendar.leaves', {
				name: 'Long ago',
				calendar_id: id,
				date_from: '2030-03-02 23:00:00',
				date_to: '2030-03-03 22:59:59',
			});
			const schedule = await found({ kind: 'schedule', name: 'Suite: with a holiday' });
			expect(schedule.leaves).toContainEqual({
				from: '2031-03-02T23:00:00.000Z',
				to: '2031-03-03T22:59:59.000Z',
			});
			expect(schedule.leaves.filter(({ from }) => from < since)).toEqual([]);
			// 3 March 2031 is a Monday, and closed.
			const start = DateTime.fromISO('2031-03-03T08:00:00Z');
			expect(addWorkingMinutes(start, 60, calendarOf(schedule)).toISO()).toBe(
				'2031-03-04T20:00:00.000Z',
			);
		});

		it('is what the company says', async () => {
			const schedule = await found({ kind: 'company', name: null });
			expect(schedule.shifts.length).toBeGreaterThan(0);
			expect(calendarOf(schedule).hours.length).toBe(schedule.shifts.length);
		});

		it('is what the schedule of a user says, with their own absences', async () => {
			const { approvers } = bench().stage;
			const [first, second] = approvers;
			const id = await makeSchedule('Suite: of a user');
			const resource = await bench().stage.workBy(first, id, {
				date_from: '2031-03-03 07:00:00',
				date_to: '2031-03-03 12:00:00',
			});
			const own = await found({ kind: 'user', name: first.login });
			expect(own).toMatchObject({ name: 'Suite: of a user', zone: 'Europe/Berlin' });
			const absence = { from: '2031-03-03T07:00:00.000Z', to: '2031-03-03T12:00:00.000Z' };
			expect(own.leaves).toContainEqual(absence);
			const shared = await found({ kind: 'schedule', name: 'Suite: of a user' });
			expect(shared.leaves).not.toContainEqual(absence);
			const company = await found({ kind: 'company', name: null });
			expect(await found({ kind: 'user', name: second.login })).toMatchObject({
				name: company.name,
			});
			await bench().stage.workAsAllDo(resource);
		});

		it.each([
			{ kind: 'schedule', name: 'Nothing of the kind' },
			{ kind: 'company', name: 'No such company' },
			{ kind: 'user', name: 'nobody@example.com' },
		] as const)('is told to be missing for $kind "$name"', async (source) => {
			expect(await read(source)).toMatchObject({
				status: 'missing',
				message: expect.stringContaining(source.name),
			});
		});
	});
}
