import type { CaseState } from '../../src/domain/case/vocabulary';

/**
 * Outputs of Route and Wait. Overdue is the first on purpose: whatever goes wrong in n8n leaves a
 * waiting node there, and that must not release anything.
 */
export const OVERDUE = 0;

/** By which output a case leaves that has ended. */
export const outputOf: Readonly<Record<Exclude<CaseState, 'pending'>, number>> = {
	approved: 1,
	rejected: 2,
	sent_back: 3,
	superseded: 4,
};
