import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { caseEventTypes } from '../../src/domain/case/vocabulary';
import { decisionBounds, type CountedFigures } from '../../src/domain/insights/figures';
import { secondsBetween } from '../../src/domain/insights/secondsBetween';
import { areaLabel } from '../installedAreas';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { idIn, idsIn, instantIn, numberIn, textIn } from '../orm/rowValues';
import { breakDown, percentilesOf, periodOf, type Parts } from './breakDown';
import { isOfArea, openedAt } from './caseRows';
import { grouped } from './grouped';
import { personOf } from './people';
import { subscriptionOf } from './takeDue';

/** One look: the cases of the areas asked for, between two instants. */
interface Look {
	env: Environment;
	command: CommandOf<'figures'>;
	cases: Entry[];
	at: string;
	from: string;
	to: string;
}

interface Entry {
	row: Row;
	openedAt: string;
	parts: Parts;
}

/** Counts what was asked, decided and done between two instants, and what waits now. */
export function figures(
	env: Environment,
	command: CommandOf<'figures'>,
): CommandResults['figures'] {
	const now = Date.parse(env.at);
	const back = (seconds: number) => new Date(now - seconds * 1_000).toISOString();
	const cases = env.database
		.rows('x_approval_case')
		.filter((row) => isOfArea(command.areas, textIn(row, 'x_area')))
		.map((row) => ({ row, openedAt: openedAt(env.database, row), parts: partsOf(row) }));
	const first = cases.map((one) => one.openedAt).sort()[0] ?? null;
	const { fromSeconds, toSeconds } = command;
	// All of it may be from before the first case: its event, and times that are kept to the second.
	const from = fromSeconds === null ? '' : back(fromSeconds);
	const look = { env, command, cases, at: env.at, from, to: back(toSeconds) };
	const counted = {
		opened: countOpened(look),
		decided: countDecided(look),
		happened: countHappened(look),
		waiting: countWaiting(look),
		events: countEvents(look),
		rules: countRules(look),
	};
	const { at, to } = look;
	return {
		status: 'found',
		at,
		from: from || first,
		to,
		...counted,
		labels: labelsOf(env, counted),
	};
}

function partsOf(row: Row): Parts {
	const company = idIn(row, 'x_company_id');
	return {
		area: textIn(row, 'x_area'),
		company: company === null ? null : String(company),
		policy: `${textIn(row, 'x_policy_id')} ${textIn(row, 'x_policy_version')}`,
	};
}

/** Entries of which something happened in the time, told apart by when and by whom. */
function between(
	{ cases, command, from, to }: Look,
	whenOf: (entry: Entry) => string | null,
	whoOf: (entry: Entry) => number | null,
): Entry[] {
	return cases.flatMap((entry) => {
		const when = whenOf(entry);
		if (when === null || when < from || when >= to) return [];
		const who = whoOf(entry);
		const approver = who === null ? null : String(who);
		const parts = { ...entry.parts, approver, ...periodOf(when, command.period) };
		return [{ ...entry, parts }];
	});
}

const nobody = () => null;

function holds(field: string, ...values: unknown[]): (entry: Entry) => boolean {
	return ({ row }) => values.includes(row[field]);
}

function asksPeople({ row }: Entry): boolean {
	const outcome = textIn(row, 'x_policy_outcome');
	return row['x_sampled'] !== true && ['require_approval', 'escalate'].includes(outcome);
}

function countOf(entries: readonly Entry[], isCounted: (entry: Entry) => boolean): number {
	return entries.filter(isCounted).length;
}

function countOpened(look: Look): CountedFigures['opened'] {
	const opened = between(look, (entry) => entry.openedAt, nobody);
	return breakDown(opened, ['period', 'area', 'company', 'policy'], (entries) => ({
		count: entries.length,
		autoApproved: countOf(entries, holds('x_policy_outcome', 'auto_approve')),
		rejectedByPolicy: countOf(entries, holds('x_policy_outcome', 'reject')),
		exceptions: countOf(entries, asksPeople),
		sampled: countOf(entries, holds('x_sampled', true)),
		nearMisses: countOf(entries, holds('x_near_miss', true)),
		reopened: countOf(entries, ({ row }) => idIn(row, 'x_supersedes_id') !== null),
		advisedByModel: countOf(entries, holds('x_advice_source', 'model')),
		advisedByRules: countOf(entries, holds('x_advice_source', 'rules')),
		routing: percentilesOf(
			entries.map(({ row, openedAt }) => secondsBetween(instantIn(row, 'x_asked_at'), openedAt)),
		),
	}));
}

function isByPerson({ row }: Entry): boolean {
	return idIn(row, 'x_decided_by') !== null;
}

/** Seconds from opening to the decision of a person. */
function waitedFor(entry: Entry): number | null {
	const { row, openedAt: opened } = entry;
	return isByPerson(entry) ? secondsBetween(opened, instantIn(row, 'x_decided_at')) : null;
}

function countDecided(look: Look): CountedFigures['decided'] {
	const decided = between(
		look,
		({ row }) => instantIn(row, 'x_decided_at'),
		({ row }) => idIn(row, 'x_decided_by'),
	);
	const by = ['period', 'area', 'company', 'approver', 'policy'] as const;
	return breakDown(decided, by, (entries) => {
		const waited = entries.map(waitedFor);
		return {
			byPolicy: countOf(entries, (entry) => !isByPerson(entry)),
			byPeople: countOf(entries, isByPerson),
			waiting: percentilesOf(waited),
			waitingSum: waited.reduce<number>((sum, value) => sum + (value ?? 0), 0),
			within: decisionBounds.map(
				(bound) => waited.filter((value) => value !== null && value <= bound).length,
			),
			applying: percentilesOf(
				entries.map(({ row }) =>
					secondsBetween(instantIn(row, 'x_decided_at'), instantIn(row, 'x_ended_at')),
				),
			),
			notReleased: countOf(entries, holds('x_outcome', 'not_released')),
			...countByPeople(entries.filter(isByPerson)),
		};
	});
}

function countByPeople(entries: readonly Entry[]) {
	const exceptions = entries.filter((entry) => asksPeople(entry) && !isVoid(entry));
	const sampled = entries.filter(holds('x_sampled', true));
	return {
		approved: countOf(entries, holds('x_state', 'approved')),
		rejected: countOf(entries, holds('x_state', 'rejected')),
		sentBack: countOf(entries, holds('x_state', 'sent_back')),
		void: countOf(entries, isVoid),
		promised: countOf(entries, ({ row }) => textIn(row, 'x_promised_at') !== ''),
		late: countOf(entries, holds('x_breached', true)),
		afterWarning: countOf(entries, holds('x_promise', 'warned')),
		escalated: countOf(entries, ({ row }) => numberIn(row, 'x_escalation_level') > 0),
		exceptions: exceptions.length,
		overrides: countOf(exceptions, holds('x_state', 'approved')),
		sampled: sampled.length,
		sampledRefused: countOf(sampled, holds('x_state', 'rejected', 'sent_back')),
		advised: countOf(
			entries.filter(holds('x_advice_action', 'approve', 'reject', 'send_back')),
			({ row }) => row['x_advice_uncertain'] !== true,
		),
		againstAdvice: countOf(entries, holds('x_advice_disagrees', true)),
	};
}

function isVoid({ row }: Entry): boolean {
	return row['x_state'] === 'superseded';
}

function countHappened(look: Look): CountedFigures['happened'] {
	const cases = new Map(look.cases.map((entry) => [entry.row.id, entry]));
	return caseEventTypes.flatMap((type) => {
		const rows = look.env.database.rows('x_approval_event').flatMap((event) => {
			const about = cases.get(idIn(event, 'x_case_id') ?? 0);
			return about && event['x_type'] === type ? [{ ...about, row: event }] : [];
		});
		const happened = between(
			{ ...look, cases: rows },
			({ row }) => instantIn(row, 'x_at'),
			({ row }) => idIn(row, 'x_actor_id'),
		);
		const by = ['period', 'area', 'company', 'approver', 'policy'] as const;
		return breakDown(happened, by, (entries) => ({ type, count: entries.length }));
	});
}

function countWaiting({ cases, at }: Look): CountedFigures['waiting'] {
	const waiting = cases.filter(holds('x_state', 'pending'));
	const count = (entries: readonly Entry[]) => {
		const ages = entries.map((entry) => secondsBetween(entry.openedAt, at));
		return {
			count: entries.length,
			overdue: countOf(entries, ({ row }) => (instantIn(row, 'x_due_at') ?? '9999') <= at),
			withoutDueTime: countOf(entries, ({ row }) => textIn(row, 'x_due_at') === ''),
			inManualQueue: countOf(entries, holds('x_exhausted', true)),
			age: percentilesOf(ages),
			oldestAge: Math.max(...ages.map(Number)),
		};
	};
	const asked = waiting.flatMap((entry) =>
		idsIn(entry.row, 'x_approver_ids').map((id) => ({ ...entry, parts: { approver: String(id) } })),
	);
	return [
		...breakDown(waiting, ['area', 'company', 'policy'], count),
		...breakDown(asked, ['approver'], count).filter(({ by }) => by !== 'all'),
	];
}

function countEvents({ env, command, at, from, to }: Look): CountedFigures['events'] {
	const events = env.database.rows('x_approval_outbox').flatMap((row) => {
		const area = textIn(row, 'x_area');
		const writtenAt = instantIn(row, 'create_date') ?? '';
		if (!isOfArea(command.areas, area) || writtenAt < from || writtenAt >= to) return [];
		const parts = { area, ...periodOf(writtenAt, command.period) };
		return [{ row, openedAt: writtenAt, parts }];
	});
	const isPending = ({ row }: Entry) =>
		row['x_state'] === 'pending' && subscriptionOf(env.database, row)?.['x_active'] === true;
	return breakDown(events, ['period', 'area'], (entries) => {
		const ages = entries.filter(isPending).map((entry) => secondsBetween(entry.openedAt, at) ?? 0);
		return {
			written: entries.length,
			acknowledged: countOf(entries, holds('x_state', 'acknowledged')),
			retried: countOf(entries, ({ row }) => numberIn(row, 'x_attempts') > 1),
			failed: countOf(entries, ({ row }) => textIn(row, 'x_last_error') !== ''),
			dead: countOf(entries, holds('x_state', 'dead')),
			pending: ages.length,
			lag: percentilesOf(
				entries.map(({ row, openedAt: written }) =>
					secondsBetween(written, instantIn(row, 'x_acknowledged_at')),
				),
			),
			oldestPending: ages.length === 0 ? null : Math.max(...ages),
		};
	});
}

function countRules(look: Look): CountedFigures['rules'] {
	const decided = between(look, ({ row }) => instantIn(row, 'x_decided_at'), nobody);
	const asked = decided.filter((entry) => isByPerson(entry) && asksPeople(entry));
	const byRule = grouped(asked, ({ row, parts }) => [
		JSON.stringify([parts.policy, textIn(row, 'x_rule') || null]),
	]);
	return byRule.flatMap(([, entries]) => {
		const [first] = entries;
		if (!first) return [];
		const { approved, rejected, sentBack } = countByPeople(entries);
		const policy = first.parts.policy ?? '';
		const rule = textIn(first.row, 'x_rule') || null;
		return [{ policy, rule, decided: entries.length, approved, rejected, sentBack }];
	});
}

function labelsOf(
	env: Environment,
	counted: Pick<CountedFigures, 'opened' | 'decided' | 'happened' | 'waiting' | 'events'>,
): CountedFigures['labels'] {
	const rows = Object.values(counted).flat();
	const labels = (by: 'area' | 'company' | 'approver', labelOf: (key: string) => string) => {
		const keys = rows.flatMap((row) => (row.by === by && row.key ? [row.key] : []));
		return Object.fromEntries(keys.map((key) => [key, labelOf(key)]));
	};
	return {
		area: labels('area', areaLabel),
		company: labels('company', (key) =>
			textIn(env.database.find('res.company', Number(key)) ?? { id: 0 }, 'name'),
		),
		approver: labels('approver', (key) => personOf(env, Number(key)).name),
	};
}
