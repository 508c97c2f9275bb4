import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { startStage, type Stage } from '../kit/startStage';
import { clockStarted } from '../kit/sampleClock';
import { failure, outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';
import { watchingCalls } from '../kit/watchingCalls';

const hour = 3_600_000;

const times = z
	.object({ startedAt: z.string(), dueAt: z.string(), warnAt: z.string() })
	.passthrough();

describe('SLA Timer', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (
		parameters: INodeParameters,
		item: IDataObject = structuredClone(sampleFile),
	) => {
		const credentials = ['odooApprovalsApi'];
		return await runNode(stage.n8n, { type: 'slaTimer', parameters, items: [item], credentials });
	};
	const clockAfter = async (parameters: INodeParameters, item?: IDataObject) => {
		const execution = await run(parameters, item);
		expect(failure(execution)).toBeUndefined();
		return times.parse(outputs(execution)[0]?.[0]?.['sla']);
	};
	const withClock = (sla = clockStarted(1)) => ({ ...structuredClone(sampleFile), sla });
	const oneHour = { rows: [{ class: 'standard', workingMinutes: 60, aroundTheClock: true }] };
	const inCalendar = { rows: [{ class: 'standard', workingMinutes: 60, aroundTheClock: false }] };

	describe('Check', () => {
		it.each([
			{ name: 'on time', hoursAgo: 1, output: 0 },
			{ name: 'warning', hoursAgo: 1.75, output: 1 },
			{ name: 'breached', hoursAgo: 2.5, output: 2 },
		])('sorts by what the clock shows: $name', async ({ hoursAgo, output }) => {
			const parted = outputs(await run({ operation: 'check' }, withClock(clockStarted(hoursAgo))));
			expect(parted.map((items) => items.length)).toEqual(
				[0, 1, 2].map((one) => +(one === output)),
			);
		});
	});

	describe('Start', () => {
		it('sets the due time of the class that policy chose', async () => {
			const sla = await clockAfter({ operation: 'start', targets: oneHour });
			expect(Date.parse(sla.dueAt) - Date.parse(sla.startedAt)).toBe(hour);
		});

		it('takes a clock that should have been started before, and warns more than once', async () => {
			const sla = await clockAfter({
				operation: 'start',
				targets: oneHour,
				startedAt: '2026-03-02T09:00:00+01:00',
				warnPercent: '90, 50',
			});
			expect(sla).toMatchObject({
				startedAt: '2026-03-02T08:00:00.000Z',
				dueAt: '2026-03-02T09:00:00.000Z',
				warnings: [
					{ percent: 50, at: '2026-03-02T08:30:00.000Z' },
					{ percent: 90, at: '2026-03-02T08:54:00.000Z' },
				],
			});
		});

		it('counts in the hours of the node, with half days and holidays', async () => {
			const sla = await clockAfter({
				operation: 'start',
				targets: inCalendar,
				startedAt: '2026-12-24T10:30:00Z',
				zone: 'Europe/Berlin',
				holidays: '2026-12-25, 2026-12-28',
				specialDays: { rows: [{ date: '2026-12-24', from: '08:00', to: '12:00' }] },
			});
			// Half an hour is left of the half day; Monday is a holiday.
			expect(sla.dueAt).toBe('2026-12-29T07:30:00.000Z');
		});

		it('counts in a calendar that is given as JSON', async () => {
			const calendar = {
				name: 'Nights',
				zone: 'UTC',
				hours: [{ weekday: 1, from: '22:00', to: '06:00' }],
				holidays: [],
			};
			for (const document of [calendar, JSON.stringify(calendar)]) {
				const sla = await clockAfter({
					operation: 'start',
					targets: inCalendar,
					startedAt: '2026-03-02T21:30:00Z',
					calendarSource: 'json',
					calendarDocument: document,
				});
				expect(sla.dueAt).toBe('2026-03-02T23:00:00.000Z');
			}
		});

		it('counts in the working schedule that the company has in Odoo, read once for all items', async () => {
			const items = [structuredClone(sampleFile), structuredClone(sampleFile)];
			// The ledger is found once; then each run calls it once.
			await run({ operation: 'sweep' }, {});
			const work = async () =>
				await runNode(stage.n8n, {
					type: 'slaTimer',
					parameters: {
						operation: 'start',
						targets: inCalendar,
						startedAt: '2026-03-02T10:30:00Z',
						calendarSource: 'odoo',
					},
					items,
					credentials: ['odooApprovalsApi'],
				});
			const { calls, result: execution } = await watchingCalls(work);
			// In Brussels it is half past eleven; noon is free.
			expect(outputs(execution)[0]).toMatchObject([
				{ sla: { dueAt: '2026-03-02T12:30:00.000Z', calendar: { zone: 'Europe/Brussels' } } },
				{ sla: { dueAt: '2026-03-02T12:30:00.000Z' } },
			]);
			expect(calls).toEqual(['ir.actions.server/run']);
		});

		it.each<{ name: string; parameters: INodeParameters; message: string; code?: string }>([
			{
				name: 'a class without a target',
				parameters: { targets: { rows: [{ class: 'urgent', workingMinutes: 60 }] } },
				message: 'No SLA target is given for the class "standard" (given: urgent)',
				code: 'SLA_CLASS_UNKNOWN',
			},
			{
				name: 'a negative target',
				parameters: { targets: { rows: [{ class: 'standard', workingMinutes: -5 }] } },
				message:
					'A target of -5 working minutes is none; give a number above 0 and up to 527040 (a year)',
				code: 'CLOCK_SETTING_INVALID',
			},
			{
				name: 'warnings that are no percentages',
				parameters: { targets: oneHour, warnPercent: '50; 75' },
				message: 'warnPercent: "50; 75" are no percentages; write them as 50, 75, 90',
			},
			{
				name: 'a beginning that is no instant',
				parameters: { targets: oneHour, startedAt: 'yesterday' },
				message: '"yesterday" is no instant; write it as ISO 8601, such as 2026-03-02T08:00:00Z',
				code: 'CLOCK_SETTING_INVALID',
			},
			{
				name: 'hours that overlap',
				parameters: {
					targets: inCalendar,
					hours: {
						rows: [
							{ weekdays: [1], from: '08:00', to: '12:00' },
							{ weekdays: [1, 2], from: '11:00', to: '17:00' },
						],
					},
				},
				message:
					'hours: Monday 08:00–12:00 and Monday 11:00–17:00 overlap; give each stretch of working time once',
			},
			{
				name: 'no hours at all',
				parameters: { targets: inCalendar, hours: { rows: [] } },
				message: 'hours: Array must contain at least 1 element(s)',
			},
			{
				name: 'a zone that there is not',
				parameters: { targets: inCalendar, zone: 'Europe/Atlantis' },
				message: 'zone: must be an IANA time zone',
			},
			{
				name: 'JSON that is none',
				parameters: { targets: inCalendar, calendarSource: 'json', calendarDocument: '{' },
				message: 'calendarDocument: ',
			},
			{
				name: 'a calendar with a field that there is not',
				parameters: {
					targets: inCalendar,
					calendarSource: 'json',
					calendarDocument: { name: 'X', zone: 'UTC', hours: [], holidays: [], shifts: [] },
				},
				message: 'calendarDocument.hours: ',
			},
			{
				name: 'a schedule without a name',
				parameters: { targets: inCalendar, calendarSource: 'odoo', scheduleKind: 'schedule' },
				message: 'scheduleName: give the name of the working schedule',
			},
			{
				name: 'a schedule that Odoo has not',
				parameters: {
					targets: inCalendar,
					calendarSource: 'odoo',
					scheduleKind: 'user',
					scheduleName: 'nobody',
				},
				message: 'Odoo has no working schedule for user "nobody".',
				code: 'CALENDAR_INVALID',
			},
		])('refuses $name', async ({ parameters, message, code = 'PARAMETER_INVALID' }) => {
			const execution = await run({ operation: 'start', ...parameters });
			expect(failure(execution)).toEqual({
				message: expect.stringContaining(message),
				description: code,
			});
		});
	});

	describe('Pause, Resume and Stop of a clock that only the item has', () => {
		const pause = { operation: 'pause', pauseReason: 'Waiting for the customer', pauseDays: 2 };

		it('move its due time, and end it', async () => {
			const sla = clockStarted(1);
			const paused = await clockAfter(pause, withClock(sla));
			expect(Date.parse(paused.dueAt) - Date.parse(sla.dueAt)).toBe(48 * hour);
			const again = await clockAfter(pause, withClock(paused as unknown as typeof sla));
			expect(again).toEqual(paused);

			const resumed = await clockAfter({ operation: 'resume' }, { ...sampleFile, sla: paused });
			expect(Date.parse(resumed.dueAt) - Date.parse(sla.dueAt)).toBeLessThan(hour / 60);
			expect(await clockAfter({ operation: 'resume' }, { ...sampleFile, sla: resumed })).toEqual(
				resumed,
			);
			const stopped = await clockAfter({ operation: 'stop' }, { ...sampleFile, sla: resumed });
			expect(stopped).toMatchObject({ stopped: { met: true, lateMinutes: 0 } });
		});

		it('Adjust counts it anew', async () => {
			const adjust = { operation: 'adjust', adjustReason: 'Promised more', targetMinutes: 240 };
			const sla = clockStarted(1);
			const adjusted = await clockAfter(adjust, withClock(sla));
			expect(Date.parse(adjusted.dueAt) - Date.parse(sla.dueAt)).toBe(2 * hour);
		});

		it.each<{ name: string; parameters: INodeParameters; code: string }>([
			{ name: 'no reason', parameters: { ...pause, pauseReason: ' ' }, code: 'PARAMETER_INVALID' },
			{ name: 'no length', parameters: { ...pause, pauseDays: -1 }, code: 'PARAMETER_INVALID' },
			{
				name: 'more than a year',
				parameters: { ...pause, pauseDays: 400 },
				code: 'CLOCK_SETTING_INVALID',
			},
			{
				name: 'an adjustment without a reason',
				parameters: { operation: 'adjust', adjustReason: ' ', targetMinutes: 60 },
				code: 'PARAMETER_INVALID',
			},
		])('refuse $name', async ({ parameters, code }) => {
			expect(failure(await run(parameters, withClock()))).toMatchObject({ description: code });
		});

		it('say which node starts a clock where there is none', async () => {
			expect(failure(await run(pause))).toEqual({
				message: 'There is no clock: the node SLA Timer (Start) starts one before Approval Route',
				description: 'CLOCK_MISSING',
			});
		});
	});
});
