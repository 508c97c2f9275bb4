import type { OpenCases } from './openCases';

/** What may keep decisions, or what Odoo reports, from getting through. */
export type Trouble = 'notReleased' | 'leftUndone' | 'deadLetters' | 'lateEvents';

/** The troubles that there are now; none where all is well. */
export function troublesOf({
	notReleased,
	leftUndone,
	deadLetters,
	outbox,
}: Pick<OpenCases, 'notReleased' | 'leftUndone' | 'deadLetters' | 'outbox'>): Trouble[] {
	const present: Record<Trouble, boolean> = {
		notReleased: notReleased.count > 0,
		leftUndone: leftUndone.count > 0,
		deadLetters: deadLetters > 0,
		lateEvents: outbox.late,
	};
	return (['notReleased', 'leftUndone', 'deadLetters', 'lateEvents'] as const).filter(
		(trouble) => present[trouble],
	);
}
