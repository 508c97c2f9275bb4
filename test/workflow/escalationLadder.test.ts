import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { atDueTime, atTime } from '../kit/atTime';
import { press } from '../kit/Browser';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { failure, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';

const minute = 60_000;
const lowMargin = { discount: 25 };
const aroundTheClock = {
	targets: { rows: [{ class: 'standard', workingMinutes: 480, aroundTheClock: true }] },
	warnPercent: '50, 75',
};
const director = {
	role: 'director',
	kind: 'user',
	approver: 'elena',
	limit: 0,
	quorum: 1,
};
const ladder: INodeParameters[] = [
	{ action: 'remind', workingMinutes: 60, more: { at: 'warning' } },
	{ action: 'warn', role: 'director', workingMinutes: 60, more: { at: 'warning' } },
	{ action: 'remind', workingMinutes: 60 },
	{ action: 'ask', role: 'director', workingMinutes: 60, more: { slaClasses: 'urgent' } },
	{ action: 'priority', workingMinutes: 60 },
	{ action: 'ask', role: 'director', workingMinutes: 60 },
];

let stage: Stage;
afterEach(async () => {
	jest.useRealTimers();
	await stage.close();
});

/** An order that waits for the sales managers, with a ladder behind it. */
async function waitingOrder(
	rows: INodeParameters[],
	escalateOptions: INodeParameters = {},
): Promise<Execution> {
	stage = await startStage();
	const template = readTemplate('order-release', {
		'Start SLA Clock': aroundTheClock,
		'Approval Route': { routeOptions: { leaveAtWarnings: true } },
		Escalate: { ladder: { rows }, escalateOptions, authority: { rows: [director] } },
	});
	const { connections } = template;
	// Whoever looks after a case decides it in Odoo; the order waits for that too.
	const looped = { node: 'Approval Route', type: 'main' as const, index: 0 };
	await stage.n8n.publish({
		...template,
		connections: { ...connections, Escalate: { main: [[looped], [looped]] } },
	});
	await stage.n8n.publish(readTemplate('decision-relay'));
	await stage.desk.submit(lowMargin);
	await settled();
	return stage.n8n.execution('1');
}

async function settled(): Promise<void> {
	for (let round = 0; round < 4; round += 1) {
		await stage.n8n.settled();
		await stage.odoo.settled();
	}
}

const timesIn = z.object({ startedAt: z.string(), dueAt: z.string(), promisedAt: z.string() });
const clockOf = (execution: Execution) =>
	timesIn.parse(execution.outputsOf('Approval Route')[0]?.[0]?.['sla']);
const minutesToGo = (execution: Execution) =>
	((execution.waitTill?.getTime() ?? 0) - Date.parse(clockOf(execution).startedAt)) / minute;
const escalationOf = (execution: Execution, output = 0) =>
	execution.outputsOf('Escalate')[output]?.[0]?.['escalation'];
const trail = () =>
	stage.odoo.server.database.rows('x_approval_event').map((event) => event['x_type']);
const caseRow = () => stage.odoo.server.database.rows('x_approval_case')[0];

/** Its time has come: n8n passes it on, and it goes round. */
async function onTime(execution: Execution): Promise<void> {
	atDueTime(execution);
	await stage.n8n.fireTimer(execution);
	await settled();
}

async function onTimes(execution: Execution, times: number): Promise<void> {
	for (let time = 0; time < times; time += 1) await onTime(execution);
}

describe('a ladder of many rungs', () => {
	it('is climbed from the warnings to the manual queue, rung by rung, in one execution', async () => {
		const execution = await waitingOrder(ladder, { queueOwner: 'luca', reminderGapMinutes: 200 });
		expect(minutesToGo(execution)).toBeCloseTo(240);

		await onTime(execution);
		expect(escalationOf(execution)).toMatchObject({
			level: 1,
			action: 'remind',
			to: [{ name: 'Ada Lindqvist' }, { name: 'Marta Keller' }, { name: 'Luca Rossi' }],
		});
		expect(minutesToGo(execution)).toBeCloseTo(360);

		await onTime(execution);
		expect(escalationOf(execution)).toMatchObject({
			level: 2,
			action: 'warn',
			to: [{ name: 'Elena Petrova' }],
		});
		expect(minutesToGo(execution)).toBeCloseTo(480);

		await onTime(execution);
		// The last reminder is four hours ago.
		expect(escalationOf(execution)).toMatchObject({ level: 3, action: 'remind', to: [{}, {}, {}] });
		expect(clockOf(execution).promisedAt).not.toBe(clockOf(execution).dueAt);

		// Warnings of the new hour: there is nothing left to do at them.
		await onTime(execution);
		await onTime(execution);
		expect(escalationOf(execution)).toMatchObject({ level: 3 });
		await onTime(execution);
		expect(escalationOf(execution)).toMatchObject({ level: 5, action: 'priority' });
		expect(caseRow()).toMatchObject({ x_expedited: true });

		await onTimes(execution, 3);
		expect(escalationOf(execution)).toMatchObject({
			level: 6,
			action: 'ask',
			to: [{ name: 'Elena Petrova' }],
		});

		await onTimes(execution, 3);
		expect(escalationOf(execution, 1)).toMatchObject({
			level: 7,
			exhausted: true,
			action: 'queue',
			to: [{ name: 'Luca Rossi' }],
		});
		expect(trail()).toEqual([
			'opened',
			'nudged',
			'nudged',
			'nudged',
			'nudged',
			'escalated',
			'exhausted',
		]);
		// The clock gives no reason to look again: it waits for a person, and does not go round for ever.
		expect(execution.status).toBe('waiting');
		expect(execution.waitTill?.getFullYear()).toBe(3000);

		await stage.desk.decide('luca', 1, 'approved');
		await settled();
		expect(execution.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			decision: { by: { name: 'Luca Rossi' } },
			outcome: { outcome: 'released' },
		});
		expect(caseRow()).toMatchObject({ x_breached: true });
	});

	it('lets an answer given meanwhile win', async () => {
		const execution = await waitingOrder([{ action: 'ask', role: 'director', workingMinutes: 60 }]);
		const link = await stage.desk.linkFor('marta');
		await onTimes(execution, 2);
		atDueTime(execution);
		await press(link, { decision: 'approved' });
		await settled();
		expect(trail()).not.toContain('escalated');
		expect(execution.outputsOf('Apply Decision')[0]).toHaveLength(1);
	});

	it('waits for the end of quiet hours', async () => {
		const start = Date.UTC(2031, 2, 3, 9);
		atTime(start);
		// The workflow is in Berlin, an hour ahead; due at 18:00 there.
		const execution = await waitingOrder(
			[{ action: 'ask', role: 'director', workingMinutes: 60 }],
			{ quietFrom: '17:00', quietUntil: '07:30' },
		);
		await onTimes(execution, 3);
		expect(escalationOf(execution)).toMatchObject({ level: 0, action: 'postpone', to: [] });
		expect(execution.waitTill?.toISOString()).toBe('2031-03-04T06:30:00.000Z');
		await onTime(execution);
		expect(escalationOf(execution)).toMatchObject({ level: 1, action: 'ask' });
		expect(caseRow()).toMatchObject({ x_promised_at: '2031-03-03 17:00:00' });
	});
});

describe('the clock of a case that waits', () => {
	const setClock = async (parameters: INodeParameters) =>
		await runNode(stage.n8n, {
			type: 'slaTimer',
			parameters,
			items: [
				{
					schema: 'approval-case/1',
					routing: {
						caseId: 1,
						caseName: 'S00016',
						step: 0,
						round: 1,
						steps: [],
						approvers: [],
						leftOut: [],
					},
				},
			],
			credentials: ['odooApprovalsApi'],
		});
	const pause = { operation: 'pause', pauseReason: 'Waiting for the customer', pauseDays: 1 };

	it('stands still, and nobody is escalated meanwhile', async () => {
		const execution = await waitingOrder([{ action: 'ask', role: 'director', workingMinutes: 60 }]);
		const due = Date.parse(clockOf(execution).dueAt);
		await setClock(pause);
		await settled();
		// Woken at the time it knew, it hears of the later one.
		await onTimes(execution, 3);
		expect(trail()).not.toContain('escalated');
		expect(Date.parse(clockOf(execution).dueAt) - due).toBeCloseTo(1440 * minute, -4);
		expect(caseRow()).toMatchObject({ x_pause_reason: 'Waiting for the customer' });
	});

	it('goes on, and whoever waits wakes earlier than they would have', async () => {
		const execution = await waitingOrder([{ action: 'ask', role: 'director', workingMinutes: 60 }]);
		const first = execution.waitTill?.getTime() ?? 0;
		await setClock(pause);
		await onTime(execution);
		const paused = execution.waitTill?.getTime() ?? 0;
		expect(paused).toBeGreaterThan(first + 1400 * minute);

		await setClock({ operation: 'resume' });
		await settled();
		expect(execution.status).toBe('waiting');
		expect(execution.waitTill?.getTime() ?? 0).toBeLessThan(paused);
		expect(trail()).not.toContain('escalated');
	});

	it('is adjusted once, however often that is said with the same target', async () => {
		await waitingOrder([{ action: 'ask', role: 'director', workingMinutes: 60 }]);
		const adjust = { operation: 'adjust', adjustReason: 'Promised more', targetMinutes: 600 };
		const first = await setClock(adjust);
		const again = await setClock(adjust);
		expect(again.outputsOf('Tried')[0]).toEqual(first.outputsOf('Tried')[0]);
		expect(trail().filter((type) => type === 'clock_set')).toHaveLength(1);
	});

	it('tells at its stop whether people were in time', async () => {
		const execution = await waitingOrder([{ action: 'ask', role: 'director', workingMinutes: 60 }]);
		await onTimes(execution, 3);
		atTime(Date.parse(clockOf(execution).promisedAt) + 30 * minute);
		await press(await stage.desk.linkFor('elena'), { decision: 'approved' });
		await settled();
		const stopped = await setClock({ operation: 'stop' });
		expect(stopped.outputsOf('Tried')[0]?.[0]).toMatchObject({
			sla: { stopped: { met: false, lateMinutes: expect.closeTo(30, 0) } },
		});
		expect(caseRow()).toMatchObject({ x_breached: true, x_late_minutes: expect.closeTo(30, 0) });
		const again = await setClock({ operation: 'stop' });
		expect(again.outputsOf('Tried')[0]).toEqual(stopped.outputsOf('Tried')[0]);
		expect(trail().filter((type) => type === 'clock_set')).toHaveLength(1);
	});
});

describe('what Escalate is told wrongly', () => {
	const file = {
		schema: 'approval-case/1',
		routing: {
			caseId: 1,
			caseName: 'S00016',
			step: 0,
			round: 1,
			steps: [],
			approvers: [],
			leftOut: [],
		},
	};
	const escalate = async (parameters: INodeParameters) =>
		failure(
			await runNode(stage.n8n, {
				type: 'escalate',
				parameters,
				items: [file],
				credentials: ['odooApprovalsApi'],
			}),
		);

	it.each<{ name: string; parameters: INodeParameters; message: string }>([
		{
			name: 'a rung without a role',
			parameters: { ladder: { rows: [{ action: 'ask', role: '', workingMinutes: 60 }] } },
			message: 'ladder.0.role: name the role to turn to',
		},
		{
			name: 'a rung without time',
			parameters: { ladder: { rows: [{ action: 'remind', workingMinutes: 0 }] } },
			message: 'ladder.0.workingMinutes: Number must be greater than 0',
		},
		{
			name: 'half of the quiet hours',
			parameters: { escalateOptions: { quietFrom: '20:00' } },
			message: 'escalateOptions: quiet hours need a beginning and an end',
		},
		{
			name: 'quiet hours that are none',
			parameters: { escalateOptions: { quietFrom: '20:00', quietUntil: '7 am' } },
			message: 'to: a time such as 20:00',
		},
	])('is refused: $name', async ({ parameters, message }) => {
		stage = await startStage();
		expect(await escalate(parameters)).toEqual({ message, description: 'PARAMETER_INVALID' });
	});

	it('is made good for: an owner of the manual queue whom nobody knows', async () => {
		const execution = await waitingOrder([], { queueOwner: 'nobody' });
		await onTimes(execution, 3);
		expect(escalationOf(execution, 1)).toMatchObject({
			exhausted: true,
			to: [{ name: 'Elena Petrova' }],
		});
	});
});
