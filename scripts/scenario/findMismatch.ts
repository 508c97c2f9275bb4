import type { CaseEnd, OrderStory } from './OrderStory';
import type { CaseRecord, OrderRecord } from './readOrder';
import type { Stage } from './Stage';

/** How an order differs from the end that its story gives it; `null` when it ended so. */
export function findMismatch(stage: Stage, story: OrderStory, record: OrderRecord): string | null {
	const wanted = story.end;
	if (record.state !== wanted.order)
		return `the order is "${record.state}" and not "${wanted.order}"`;
	if (record.cases.length !== wanted.cases.length)
		return `it has ${String(record.cases.length)} cases and not ${String(wanted.cases.length)}`;
	for (const [index, end] of wanted.cases.entries()) {
		const mismatch = findCaseMismatch(stage, end, record.cases[index]);
		if (mismatch !== null) return `case ${String(index + 1)} ${mismatch}`;
	}
	return null;
}

function findCaseMismatch(
	stage: Stage,
	end: CaseEnd,
	found: CaseRecord | undefined,
): string | null {
	if (found === undefined) return 'is missing';
	if (found.broken !== null) return `has a broken trail: ${found.broken}`;
	const said = (state: string, outcome: string) => `${state}/${outcome}`;
	if (found.state !== end.state || found.outcome !== end.outcome)
		return `is ${said(found.state, found.outcome)} and not ${said(end.state, end.outcome)}`;
	if (found.escalations !== (end.escalations ?? 0))
		return `was escalated ${String(found.escalations)} times`;
	const decider = deciderOf(stage, found);
	return decider === end.by ? null : `was decided by ${decider ?? 'nobody'}`;
}

function deciderOf(stage: Stage, { isDecided, decidedBy }: CaseRecord): string | null {
	if (!isDecided) return null;
	if (decidedBy === null) return 'policy';
	const { salesManager, finance } = stage.people;
	if (decidedBy.id === salesManager.id) return 'salesManager';
	return decidedBy.id === finance.id ? 'finance' : decidedBy.name;
}
