import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TestN8n } from '../kit/n8n/TestN8n';
import { failure, outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';

const hour = 3_600_000;

/** A clock that was started so many hours ago, with two hours to go from then on. */
const clockStarted = (hoursAgo: number) => {
	const start = Date.now() - hoursAgo * hour;
	return {
		class: 'standard',
		targetMinutes: 120,
		startedAt: new Date(start).toISOString(),
		warnAt: new Date(start + 1.5 * hour).toISOString(),
		dueAt: new Date(start + 2 * hour).toISOString(),
		calendar: {
			name: 'Around the clock',
			zone: 'UTC',
			hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
			holidays: [],
		},
	};
};

describe('SLA Timer', () => {
	let n8n: TestN8n;
	beforeEach(async () => {
		n8n = await TestN8n.start({});
	});
	afterEach(async () => {
		await n8n.stop();
	});

	const run = async (parameters: INodeParameters, items: IDataObject[]) =>
		await runNode(n8n, { type: 'slaTimer', parameters, items });

	it.each([
		{ name: 'on time', hoursAgo: 1, output: 0 },
		{ name: 'warning', hoursAgo: 1.75, output: 1 },
		{ name: 'breached', hoursAgo: 2.5, output: 2 },
	])('Check: $name', async ({ hoursAgo, output }) => {
		const item = { ...structuredClone(sampleFile), sla: clockStarted(hoursAgo) };
		const parted = outputs(await run({ operation: 'check' }, [item]));
		expect(parted.map((items) => items.length)).toEqual([0, 1, 2].map((one) => +(one === output)));
	});

	it('Start: sets the due time of the class that policy chose', async () => {
		const [[started] = []] = outputs(
			await run(
				{
					operation: 'start',
					targets: {
						rows: [{ class: 'standard', workingMinutes: 60, aroundTheClock: true }],
					},
				},
				[structuredClone(sampleFile)],
			),
		);
		const sla = started?.['sla'] as { startedAt: string; dueAt: string };
		expect(Date.parse(sla.dueAt) - Date.parse(sla.startedAt)).toBe(hour);
	});

	it('Start: names the classes there are when the one of the policy is not among them', async () => {
		const targets = { rows: [{ class: 'urgent', workingMinutes: 60, aroundTheClock: true }] };
		const execution = await run({ operation: 'start', targets }, [structuredClone(sampleFile)]);
		expect(failure(execution)).toEqual({
			message: expect.stringContaining('urgent'),
			description: 'SLA_CLASS_UNKNOWN',
		});
	});
});
