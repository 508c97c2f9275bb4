import { installedAreas } from '../installedAreas';
import type { ApprovalCase } from '../../src/domain/case/ApprovalCase';
import { caseKeyOf } from '../../src/domain/case/ApprovalCase';
import type { Effect } from '../../src/domain/case/commands';
import type { OtherAreas } from '../../src/domain/case/decideApplication';
import { isVoid } from '../../src/domain/case/decideOpening';
import { canonicalJson } from '../../src/domain/canonicalJson';
import { parseDomainText } from '../../src/domain/events/parseDomainText';
import { domainMatcher } from '../orm/domain';
import type { Environment } from '../orm/Environment';
import { textIn } from '../orm/rowValues';
import { newestCase, readCase, type KeptCase } from './caseStore';
import { watchedNow } from './subject';

/** What other areas say of the record of a case. */
export function otherAreas(env: Environment, caseId: number, effect: Effect): OtherAreas {
	const kept = readCase(env.database, caseId);
	const { state: current } = kept;
	if (current.state !== 'approved') return { lacking: [], releasedBy: null };
	const released = lastRelease(env, current);
	const lacking = othersAsking(env, current, effect).filter(({ id }) => {
		const newest = newestCase(env.database, caseKeyOf({ ...current, area: id }));
		return !newest || !hasApproved(env, newest, released?.id ?? 0);
	});
	return { lacking: lacking.map(({ label }) => label), releasedBy: nameOf(released, kept) };
}

function hasApproved(env: Environment, { id, state }: KeptCase, releasedId: number): boolean {
	if (state.state !== 'approved' || isVoid(state) || id <= releasedId) return false;
	return canonicalJson(watchedNow(env, state, state.watched)) === canonicalJson(state.watched);
}

/** Other areas that somebody listens for, whose approval would do the same to the record. */
function othersAsking(
	env: Environment,
	{ area, model, recordId }: ApprovalCase,
	{ method }: Effect,
) {
	const row = env.database.find(model, recordId);
	const listening = env.database
		.rows('x_approval_subscription')
		.filter((one) => one['x_active'] === true && one['x_watch'] === false)
		.map((one) => one['x_area']);
	return installedAreas.filter(
		({ id, model: name, effects, trigger }) =>
			id !== area &&
			name === model &&
			effects.approved.method === method &&
			listening.includes(id) &&
			row !== undefined &&
			domainMatcher(env.model(name), parseDomainText(trigger.domain), env.sudo())(row),
	);
}

function lastRelease(
	{ database }: Environment,
	{ model, recordId }: ApprovalCase,
): KeptCase | null {
	const about = database
		.rows('x_approval_case')
		.filter((row) => row['x_model'] === model && row['x_res_id'] === recordId)
		.map(({ id }) => readCase(database, id))
		.filter(({ state }) => state.state === 'approved' && state.outcome === 'released');
	return about.at(-1) ?? null;
}

/** Only where it was another area's, and since this case was opened. */
function nameOf(released: KeptCase | null, { state, trail }: KeptCase): string | null {
	if (!released || released.state.area === state.area) return null;
	const [last, opened] = [released.trail.at(-1)?.at ?? '', trail[0]?.at ?? ''];
	return last >= opened ? textIn(released.row, 'x_name') : null;
}
