import { z } from 'zod';
import type { SlaSection } from '../case/caseFile';

/** Who is asked next when nobody decides in time, from the first rung to the last. */
export const ladderSchema = z.array(
	z.object({
		role: z.string().min(1),
		/** Working time that this rung has until the next one is climbed. */
		workingMinutes: z.number().positive(),
	}),
);

export type Ladder = z.infer<typeof ladderSchema>;

export type NextRung =
	| { kind: 'ask'; level: number; role: string; workingMinutes: number }
	/** The ladder has ended: the case goes to the manual queue. */
	| { kind: 'exhausted'; level: number };

/**
 * The rung to climb after those that were climbed already.
 * @param level rungs climbed so far, 0 before the first
 */
export function nextRung(ladder: Ladder, level: number): NextRung {
	const rung = ladder[level];
	return rung
		? { kind: 'ask', level: level + 1, ...rung }
		: { kind: 'exhausted', level: level + 1 };
}

/** Whether the due time has come; a wait that was woken before it goes back to waiting. */
export function isDue({ dueAt }: Pick<SlaSection, 'dueAt'>, now: string): boolean {
	return Date.parse(now) >= Date.parse(dueAt);
}
