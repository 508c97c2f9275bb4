import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { decisions, type CaseEventType, type Decision } from '../../src/domain/case/vocabulary';
import type { Queue, QueuedCase } from '../../src/domain/insights/queue';
import { areaLabel } from '../installedAreas';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { idIn, idsIn, instantIn, textIn } from '../orm/rowValues';
import { isOfArea, openedAt } from './caseRows';
import { readCase } from './caseStore';
import { grouped } from './grouped';
import { personIn, personOf } from './people';
import { subscriptionOf } from './takeDue';

/** A decision is carried out at once. When this has passed, whoever should have done it is gone. */
const UNDONE_MS = 3_600_000;

const LAST = '9999-12-31T00:00:00.000Z';

/** One look at the rows of the areas asked for, between two instants as Odoo writes them. */
interface Look {
	env: Environment;
	rows: Row[];
	areas: readonly string[];
	limit: number;
	at: string;
	since: string;
	todayEndsAt: string;
}

/** Counts what waits, what happened since, and what is broken. */
export function queue(
	env: Environment,
	{ areas, backSeconds, aheadSeconds, limit }: CommandOf<'queue'>,
): CommandResults['queue'] {
	const now = Date.parse(env.at);
	const [since, todayEndsAt] = [now - backSeconds * 1_000, now + aheadSeconds * 1_000];
	const look: Look = {
		env,
		rows: env.database
			.rows('x_approval_case')
			.filter((row) => isOfArea(areas, textIn(row, 'x_area'))),
		areas,
		limit,
		at: odooDateTime(now),
		since: odooDateTime(since),
		todayEndsAt: odooDateTime(todayEndsAt),
	};
	const waiting = look.rows.filter(isWaiting).sort(byField('x_due_at'));
	return {
		status: 'found',
		at: new Date(now).toISOString(),
		since: new Date(since).toISOString(),
		todayEndsAt: new Date(todayEndsAt).toISOString(),
		waiting: countWaiting(look, waiting),
		cases: waiting.slice(0, limit).map((row) => queued(env, row)),
		breached: someCases(look, 'x_promised_at', (row) => isBreached(look, row)),
		decided: countDecided(look),
		news: countNews(look),
		notReleased: refusedByOdoo(look),
		leftUndone: someCases(look, 'x_decided_at', (row) => {
			const isUndone = row['x_open'] === true && !isWaiting(row);
			return isUndone && textIn(row, 'x_decided_at') <= odooDateTime(now - UNDONE_MS);
		}),
		outbox: countOutbox(look),
	};
}

function isWaiting(row: Row): boolean {
	return row['x_state'] === 'pending';
}

function isBreached({ since, at }: Look, row: Row): boolean {
	const promised = textIn(row, 'x_promised_at');
	const ranOut = promised >= since && promised <= at;
	return ranOut && (isWaiting(row) || row['x_breached'] === true);
}

/** As PostgreSQL sorts: what is empty comes last. */
function byField(field: string): (left: Row, right: Row) => number {
	const time = (row: Row) => Date.parse(instantIn(row, field) ?? LAST);
	return (left, right) => time(left) - time(right) || left.id - right.id;
}

function countWaiting(look: Look, waiting: readonly Row[]): Queue['waiting'] {
	const dueBy = (instant: string) => (row: Row) => {
		const due = textIn(row, 'x_due_at');
		return due !== '' && due <= instant;
	};
	const overdue = waiting.filter(dueBy(look.at));
	const count = (isCounted: (row: Row) => boolean) => waiting.filter(isCounted).length;
	return {
		count: waiting.length,
		overdue: overdue.length,
		dueToday: count(dueBy(look.todayEndsAt)),
		withoutDueTime: count((row) => textIn(row, 'x_due_at') === ''),
		inManualQueue: count((row) => row['x_exhausted'] === true),
		nobodyAsked: count(
			(row) => idsIn(row, 'x_approver_ids').length === 0 && row['x_exhausted'] !== true,
		),
		oldestAt: oldest(look.env, waiting),
		byArea: grouped(waiting, (row) => [textIn(row, 'x_area')]).map(([area, rows]) => ({
			area,
			label: areaLabel(area),
			count: rows.length,
			overdue: rows.filter((row) => overdue.includes(row)).length,
			oldestAt: oldest(look.env, rows) ?? look.env.at,
		})),
		byApprover: grouped(waiting, (row) => idsIn(row, 'x_approver_ids')).map(([id, rows]) => ({
			person: personOf(look.env, id),
			count: rows.length,
			overdue: rows.filter((row) => overdue.includes(row)).length,
		})),
	};
}

function oldest({ database }: Environment, rows: readonly Row[]): string | null {
	return rows.map((row) => openedAt(database, row)).sort()[0] ?? null;
}

function queued({ database }: Environment, row: Row): QueuedCase {
	const { state } = readCase(database, row.id);
	const person = (field: string) => personIn(database, idIn(row, field) ?? 0);
	return {
		id: row.id,
		name: textIn(row, 'x_name'),
		area: state.area,
		areaLabel: areaLabel(state.area),
		model: state.model,
		recordId: state.recordId,
		recordName: state.recordName,
		state: state.state,
		amount: state.amount,
		currency: state.currency,
		headline: textIn(row, 'x_summary').split('\n')[0] || null,
		requester: state.requester,
		approvers: idsIn(row, 'x_approver_ids').flatMap((id) => personIn(database, id) ?? []),
		owner: person('x_owner_id'),
		urgent: state.expedited,
		openedAt: openedAt(database, row),
		dueAt: instantIn(row, 'x_due_at'),
		promisedAt: instantIn(row, 'x_promised_at'),
		decidedBy: person('x_decided_by'),
		decidedAt: instantIn(row, 'x_decided_at'),
	};
}

function someCases(
	{ env, rows, limit }: Look,
	order: string,
	isMeant: (row: Row) => boolean,
): Queue['breached'] {
	const found = rows.filter(isMeant).sort(byField(order));
	return {
		count: found.length,
		cases: found.slice(0, limit).map((row) => queued(env, row)),
	};
}

function countDecided({ env, rows, since }: Look): Queue['decided'] {
	const standing = rows.filter(
		(row) => textIn(row, 'x_decided_at') >= since && decisionIn(row) !== undefined,
	);
	const byWhom = (row: Row) => [`${textIn(row, 'x_state')} ${String(row['x_decided_by'])}`];
	return grouped(standing, byWhom).flatMap(([, [first, ...others]]) => {
		const decision = first && decisionIn(first);
		if (!decision) return [];
		const by = personIn(env.database, idIn(first, 'x_decided_by') ?? 0);
		return [{ decision, by, count: 1 + others.length }];
	});
}

function decisionIn(row: Row): Decision | undefined {
	return decisions.find((decision) => decision === row['x_state']);
}

function countNews(look: Look): Queue['news'] {
	const count = (type: CaseEventType) => eventsOf(look, type).length;
	return {
		opened: count('opened'),
		escalated: count('escalated'),
		exhausted: count('exhausted'),
		releaseRefused: count('release_refused'),
		voteRefused: count('vote_refused'),
	};
}

/** What the trails of the cases say of one kind since, oldest first. */
function eventsOf({ env, rows, since }: Look, type: CaseEventType): Row[] {
	const ids = new Set(rows.map(({ id }) => id));
	return env.database
		.rows('x_approval_event')
		.filter((event) => event['x_type'] === type && textIn(event, 'x_at') >= since)
		.filter((event) => ids.has(idIn(event, 'x_case_id') ?? 0));
}

function refusedByOdoo(look: Look): Queue['notReleased'] {
	const refusals = new Map(
		eventsOf(look, 'not_released').map((event) => [idIn(event, 'x_case_id'), event]),
	);
	const found = look.rows
		.filter((row) => row['x_outcome'] === 'not_released' && refusals.has(row.id))
		.sort((left, right) => right.id - left.id);
	const cases = found.slice(0, look.limit).map((row) => {
		const { trail } = readCase(look.env.database, row.id);
		const said = trail.findLast(({ type }) => type === 'not_released')?.data['message'];
		return { ...queued(look.env, row), message: typeof said === 'string' ? said : null };
	});
	return { count: found.length, cases };
}

function countOutbox({ env: { database }, areas }: Look): Queue['outbox'] {
	const events = database
		.rows('x_approval_outbox')
		.filter((event) => isOfArea(areas, textIn(event, 'x_area')));
	const pending = events.filter(
		(event) =>
			event['x_state'] === 'pending' && subscriptionOf(database, event)?.['x_active'] === true,
	);
	const [first] = pending.sort(byField('create_date'));
	return {
		pending: pending.length,
		oldestAt: first ? instantIn(first, 'create_date') : null,
		dead: events.filter((event) => event['x_state'] === 'dead').length,
	};
}
