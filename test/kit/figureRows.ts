import { decisionBounds, type CountedFigures } from '../../src/domain/insights/figures';

/** Eight cases, of which policy decided five. */
export const openedRow: CountedFigures['opened'][number] = {
	by: 'all',
	key: null,
	count: 8,
	autoApproved: 5,
	rejectedByPolicy: 0,
	exceptions: 3,
	sampled: 0,
	nearMisses: 0,
	reopened: 0,
	advisedByModel: 0,
	advisedByRules: 0,
	routing: [1.23456, 2],
};

/** Three decisions by people, one of them late. */
export const decidedRow: CountedFigures['decided'][number] = {
	by: 'all',
	key: null,
	byPolicy: 5,
	byPeople: 3,
	notReleased: 0,
	approved: 2,
	rejected: 1,
	sentBack: 0,
	void: 0,
	promised: 3,
	late: 1,
	afterWarning: 0,
	escalated: 0,
	exceptions: 3,
	overrides: 2,
	sampled: 0,
	sampledRefused: 0,
	advised: 0,
	againstAdvice: 0,
	waiting: [5_400, 10_800],
	within: decisionBounds.map(() => 3),
	waitingSum: 16_200,
	applying: null,
};
