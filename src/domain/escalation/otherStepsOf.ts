import type { OtherSteps } from '../authority/findObjection';
import { eventDataSchemas } from '../case/caseEvents';
import type { CaseView } from '../case/caseView';

const voteSchema = eventDataSchemas.voted.pick({ step: true, forIds: true });

/** Who has decided a step before the open one, and who will be asked in one after it. */
export function otherStepsOf({
	step,
	steps,
	trail,
}: Pick<CaseView, 'step' | 'steps' | 'trail'>): OtherSteps {
	const decidedIds = trail.flatMap(({ type, actor, data }) => {
		if (type !== 'voted' || actor === null) return [];
		const vote = voteSchema.safeParse(data);
		// A vote that cannot be read might have been one of an earlier step.
		if (!vote.success) return [actor.id];
		return vote.data.step < step ? [actor.id, ...vote.data.forIds] : [];
	});
	const later = steps.slice(step + 1);
	const laterIds = later.flatMap(({ approverIds, delegations }) => [
		...approverIds,
		...delegations.map(({ forId }) => forId),
	]);
	return { decidedIds, laterIds };
}
