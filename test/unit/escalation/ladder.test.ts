import {
	isDue,
	ladderSchema,
	rungsToClimb,
	type ClimbingNeed,
} from '../../../src/domain/escalation/ladder';

const ladder = ladderSchema.parse([
	{ action: 'remind', at: 'warning', workingMinutes: 60 },
	{ action: 'remind', at: 'warning', workingMinutes: 60, slaClasses: ['urgent'] },
	{ action: 'warn', role: 'sales_director', at: 'warning', workingMinutes: 60 },
	{ action: 'ask', role: 'sales_director', workingMinutes: 240 },
	{ action: 'page', role: 'duty_desk', workingMinutes: 30, fromRisk: 50 },
	{ action: 'queue', workingMinutes: 60 },
]);

/** Levels of the rungs that may be climbed, the next first. */
const levels = (need: Partial<ClimbingNeed>) =>
	rungsToClimb(ladder, {
		level: 0,
		slaClass: 'standard',
		riskScore: 0,
		isDue: false,
		warnings: 0,
		...need,
	}).map(({ level }) => level);

describe('rungsToClimb', () => {
	it.each<{ name: string; need: Partial<ClimbingNeed>; climbed: number[] }>([
		{ name: 'before the first warning', need: {}, climbed: [] },
		{ name: 'at the first warning', need: { warnings: 1 }, climbed: [1] },
		{ name: 'after the rung of the first warning', need: { warnings: 1, level: 1 }, climbed: [] },
		{ name: 'at the second warning', need: { warnings: 2, level: 1 }, climbed: [3] },
		{
			name: 'at the second warning, where the class has another rung',
			need: { warnings: 2, level: 1, slaClass: 'urgent' },
			climbed: [2],
		},
		{ name: 'when the first warning was missed', need: { warnings: 2 }, climbed: [1] },
		{ name: 'when it is due', need: { isDue: true, warnings: 2 }, climbed: [4, 6] },
		{
			name: 'when it is due and the risk is high',
			need: { isDue: true, level: 4, riskScore: 50 },
			climbed: [5, 6],
		},
		{ name: 'at the end of the ladder', need: { isDue: true, level: 6 }, climbed: [] },
		{ name: 'beyond the ladder', need: { isDue: true, level: 9 }, climbed: [] },
	])('$name', ({ need, climbed }) => {
		expect(levels(need)).toEqual(climbed);
	});
});

describe('isDue', () => {
	it.each([
		['2026-01-08T11:59:59.999Z', false],
		['2026-01-08T12:00:00.000Z', true],
		['2026-01-08T12:00:00.001Z', true],
	])('at %s is %p', (now, due) => {
		expect(isDue({ dueAt: '2026-01-08T12:00:00.000Z' }, now)).toBe(due);
	});
});

describe('ladderSchema', () => {
	it.each([
		[{ action: 'ask', role: '', workingMinutes: 60 }, 'name the role to turn to'],
		[{ action: 'warn', workingMinutes: 60 }, 'name the role to turn to'],
		[{ action: 'page', role: '  ', workingMinutes: 60 }, 'name the role to turn to'],
		[{ action: 'remind', workingMinutes: 0 }, 'Number must be greater than 0'],
		[{ action: 'remind', workingMinutes: 1e9 }, 'Number must be less than or equal to 527040'],
		[{ action: 'remind' }, 'Required'],
		[{ action: 'postpone', workingMinutes: 60 }, 'Invalid enum value'],
		[{ action: 'approve', workingMinutes: 60 }, 'Invalid enum value'],
	])('refuses a rung such as %j', (rung, message) => {
		const { error } = ladderSchema.safeParse([rung]);
		expect(error?.issues[0]?.message).toContain(message);
	});

	it('refuses a ladder without end', () => {
		const rungs = Array.from({ length: 51 }, () => ({ action: 'remind', workingMinutes: 1 }));
		expect(ladderSchema.safeParse(rungs).success).toBe(false);
	});
});
