import {
	isDue,
	ladderSchema,
	nextRung,
	type NextRung,
} from '../../../src/domain/escalation/ladder';

const ladder = [
	{ role: 'sales_director', workingMinutes: 240 },
	{ role: 'management', workingMinutes: 60 },
];

describe('nextRung', () => {
	it.each<{ climbed: number; next: NextRung }>([
		{ climbed: 0, next: { kind: 'ask', level: 1, role: 'sales_director', workingMinutes: 240 } },
		{ climbed: 1, next: { kind: 'ask', level: 2, role: 'management', workingMinutes: 60 } },
		{ climbed: 2, next: { kind: 'exhausted', level: 3 } },
		{ climbed: 9, next: { kind: 'exhausted', level: 10 } },
	])('after $climbed rungs', ({ climbed, next }) => {
		expect(nextRung(ladder, climbed)).toEqual(next);
	});

	it('ends at once where there is no ladder', () => {
		expect(nextRung([], 0)).toEqual({ kind: 'exhausted', level: 1 });
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
		[{ role: '', workingMinutes: 60 }],
		[{ role: 'management', workingMinutes: 0 }],
		[{ role: 'management' }],
	])('refuses a rung such as %j', (rung) => {
		expect(ladderSchema.safeParse([rung]).success).toBe(false);
	});
});
