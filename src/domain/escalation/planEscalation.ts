import { changeOf } from '../sla/slaSection';
import { climbRung } from './climbRung';
import { commandFor, handOver, overdue, type EscalateCommand, type Escalation } from './Escalation';
import { isDue, rungsToClimb, type PlacedRung, type RungAction } from './ladder';
import { quietUntil } from './quietHours';

/** These send nobody a message, or reach somebody who is on duty. */
const undisturbing: readonly RungAction[] = ['page', 'priority', 'queue'];

/**
 * What the clock does next about a case that nobody decided: the next rung of the ladder that leads to
 * somebody. When there is none left, the case is handed over to the manual queue.
 *
 * @returns `null` when it is no time yet
 */
export function planEscalation(escalation: Escalation): EscalateCommand | null {
	const { view, ladder, quietHours, now } = escalation;
	const due = isDue(view.sla, now);
	const rungs = rungsToClimb(ladder, {
		level: view.escalationLevel,
		slaClass: view.sla.class,
		riskScore: view.policy.riskScore,
		isDue: due,
		warnings: view.sla.warnings.filter(({ at }) => Date.parse(at) <= Date.parse(now)).length,
	});
	const quiet = quietHours && disturbs(rungs[0]) ? quietUntil(quietHours, now) : null;
	if (quiet !== null) return due ? postpone(escalation, quiet) : null;

	const passedOver: string[] = [];
	for (const placed of rungs) {
		const climb = climbRung(escalation, placed);
		if ('command' in climb) return climb.command;
		passedOver.push(climb.passedOver);
	}
	if (!due) return null;
	const why = [...passedOver, 'the ladder has ended'].join('; ');
	return handOver(escalation, Math.max(ladder.length, view.escalationLevel) + 1, why);
}

function disturbs(placed: PlacedRung | undefined): boolean {
	return placed !== undefined && !undisturbing.includes(placed.rung.action);
}

/** Nothing is climbed; the case is due again when the quiet hours are over. */
function postpone(escalation: Escalation, until: string): EscalateCommand {
	const { sla, escalationLevel } = escalation.view;
	return {
		...commandFor(escalation, escalationLevel + 1),
		action: 'postpone',
		sla: { ...changeOf(sla, sla), dueAt: until },
		reason: `${overdue(escalation)}; nobody is disturbed before ${until}`,
	};
}
