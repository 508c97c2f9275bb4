import type { CountedFigures } from '../../src/domain/insights/figures';

/** What the ledger counts where there is nothing. */
export const emptyFigures: CountedFigures = {
	status: 'found',
	at: '2026-01-12T06:30:00.000Z',
	from: '2025-12-29T06:30:00.000Z',
	to: '2026-01-12T06:30:00.000Z',
	opened: [],
	decided: [],
	happened: [],
	waiting: [],
	events: [],
	rules: [],
	labels: { area: {}, company: {}, approver: {} },
};
