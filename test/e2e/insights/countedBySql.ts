import { z } from 'zod';
import type { Breakdown } from '../../../src/domain/insights/figures';
import type { FigureRow, Figures } from '../../../src/domain/insights/figuresFrom';
import { decisionBounds } from '../../../src/domain/insights/figures';

export interface Part {
	by: Breakdown;
	key: string | null;
}

type Sql = (query: string) => Promise<string[]>;

const columns = { area: 'x_area', company: 'x_company_id::text', approver: 'x_decided_by::text' };
const policy = "x_policy_id || ' ' || x_policy_version";

/** Counts one part again, each figure by a statement of its own. */
export async function countedBySql(
	sql: Sql,
	{ at, from, to }: Figures,
	part: Part,
): Promise<Omit<FigureRow, 'key' | 'label'>> {
	const numbers = new Numbers(sql, { at, from: from ?? '', to }, part);
	const goesByEvents = ['all', 'period', 'area'].includes(part.by);
	return {
		opened: part.by === 'approver' ? null : await opened(numbers),
		decided: await decided(numbers),
		happened: await happened(numbers),
		waiting: part.by === 'period' ? null : await waiting(numbers),
		events: goesByEvents ? await events(numbers) : null,
	};
}

/** One part of the history. */
class Numbers {
	constructor(
		private readonly sql: Sql,
		private readonly time: { at: string; from: string; to: string },
		private readonly part: Part,
	) {}

	get at(): string {
		return `'${this.time.at}'::timestamp`;
	}

	/** Rows of a table in the time, that are of the part. */
	rows(table: string, when: string, own: Partial<Record<Breakdown, string>> = {}): string {
		const { from, to } = this.time;
		return `FROM ${table} WHERE ${when} >= '${from}' AND ${when} < '${to}' AND ${this.of(when, own)}`;
	}

	of(when: string, own: Partial<Record<Breakdown, string>> = {}): string {
		const { by, key } = this.part;
		if (by === 'all') return 'true';
		if (by === 'period') {
			const local = `(${when} AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin')`;
			return `${local} >= '${String(key)}'::timestamp AND ${local} < '${String(key)}'::timestamp + interval '7 days'`;
		}
		const column = own[by] ?? (by === 'policy' ? policy : columns[by]);
		return key === null ? `${column} IS NULL` : `${column} = '${key}'`;
	}

	/** What one statement answers to each of several questions. */
	async answers<Name extends string>(
		questions: Record<Name, string>,
	): Promise<(name: Name) => number> {
		const found = await this.answered(questions, z.number());
		return (name) => found[name] ?? Number.NaN;
	}

	/** Median and 90th percentile by sorting and looking. */
	async percentiles(earlier: string, later: string, rows: string, unit: number) {
		const all = `SELECT EXTRACT(EPOCH FROM ${later} - ${earlier}) AS seconds ${rows}
			AND ${later} IS NOT NULL AND ${earlier} IS NOT NULL`;
		const sortedSql = `SELECT coalesce(json_agg(seconds ORDER BY seconds), '[]') FROM (${all}) AS a`;
		const { sorted = [] } = await this.answered({ sorted: sortedSql }, z.array(z.number()));
		if (sorted.length === 0) return null;
		const at = (share: number) => {
			const place = share * (sorted.length - 1);
			const low = sorted[Math.floor(place)] ?? 0;
			const high = sorted[Math.ceil(place)] ?? 0;
			return near((low + (high - low) * (place % 1)) / unit, 2);
		};
		return { p50: at(0.5), p90: at(0.9) };
	}

	private async answered<Answer>(
		questions: Record<string, string>,
		answer: z.ZodType<Answer>,
	): Promise<Record<string, Answer>> {
		const pairs = Object.entries(questions).map(([name, query]) => `'${name}', (${query})`);
		const [found = '{}'] = await this.sql(`SELECT json_build_object(${pairs.join(', ')})`);
		return z.record(answer).parse(JSON.parse(found));
	}
}

function near(value: number, digits: number): number {
	return expect.closeTo(value, digits) as number;
}

function shareOf(part: number, whole: number): number | null {
	return whole === 0 ? null : near(part / whole, 4);
}

/** Counts the rows for which each condition is true. */
function counts<Name extends string>(
	rows: string,
	conditions: Record<Name, string>,
): Record<Name, string> {
	const entries = Object.entries<string>(conditions);
	return Object.fromEntries(
		entries.map(([name, condition]) => [name, `SELECT count(*) ${rows} AND (${condition})`]),
	) as Record<Name, string>;
}

const isException = `x_sampled IS NOT TRUE AND x_policy_outcome NOT IN ('auto_approve', 'reject')`;

async function opened(numbers: Numbers): Promise<FigureRow['opened']> {
	const rows = numbers.rows('x_approval_case', 'create_date');
	const is = await numbers.answers(
		counts(rows, {
			count: 'true',
			autoApproved: "x_policy_outcome = 'auto_approve'",
			rejectedByPolicy: "x_policy_outcome = 'reject'",
			exceptions: isException,
			sampled: 'x_sampled',
			nearMisses: 'x_near_miss',
			reopened: 'x_supersedes_id > 0',
			advisedByModel: "x_advice_source = 'model'",
			advisedByRules: "x_advice_source = 'rules'",
		}),
	);
	return {
		count: is('count'),
		autoApproved: is('autoApproved'),
		rejectedByPolicy: is('rejectedByPolicy'),
		exceptions: is('exceptions'),
		sampled: is('sampled'),
		nearMisses: is('nearMisses'),
		reopened: is('reopened'),
		advisedByModel: is('advisedByModel'),
		advisedByRules: is('advisedByRules'),
		autoApprovedShare: shareOf(is('autoApproved'), is('count')),
		exceptionShare: shareOf(is('exceptions'), is('count')),
		withoutModelShare: shareOf(is('advisedByRules'), is('advisedByModel') + is('advisedByRules')),
		routingSeconds: await numbers.percentiles('x_asked_at', 'create_date', rows, 1),
	};
}

async function decided(numbers: Numbers): Promise<FigureRow['decided']> {
	const rows = numbers.rows('x_approval_case', 'x_decided_at');
	const people = `${rows} AND x_decided_by > 0`;
	const is = await numbers.answers({
		...counts(rows, {
			byPolicy: 'x_decided_by IS NULL',
			notReleased: "x_outcome = 'not_released'",
		}),
		...counts(people, {
			byPeople: 'true',
			approved: "x_state = 'approved'",
			rejected: "x_state = 'rejected'",
			sentBack: "x_state = 'sent_back'",
			void: "x_state = 'superseded'",
			promised: 'x_promised_at IS NOT NULL',
			late: 'x_decided_at > x_promised_at',
			afterWarning: "x_promise = 'warned'",
			escalated: 'x_escalation_level >= 1',
			exceptions: `${isException} AND x_state != 'superseded'`,
			overrides: `${isException} AND x_state = 'approved'`,
			sampled: 'x_sampled',
			sampledRefused: "x_sampled AND x_state IN ('rejected', 'sent_back')",
			advised: "x_advice_action IN ('approve', 'reject') AND x_advice_uncertain IS NOT TRUE",
			againstAdvice: 'x_advice_disagrees',
		}),
	});
	const within = await numbers.answers(
		counts(
			people,
			Object.fromEntries(
				decisionBounds.map((bound) => [
					String(bound),
					`x_decided_at - create_date <= interval '${String(bound)} seconds'`,
				]),
			),
		),
	);
	return {
		byPolicy: is('byPolicy'),
		byPeople: is('byPeople'),
		approved: is('approved'),
		rejected: is('rejected'),
		sentBack: is('sentBack'),
		void: is('void'),
		promised: is('promised'),
		late: is('late'),
		afterWarning: is('afterWarning'),
		escalated: is('escalated'),
		exceptions: is('exceptions'),
		overrides: is('overrides'),
		sampled: is('sampled'),
		sampledRefused: is('sampledRefused'),
		advised: is('advised'),
		againstAdvice: is('againstAdvice'),
		notReleased: is('notReleased'),
		decisionHours: await numbers.percentiles('create_date', 'x_decided_at', people, 3_600),
		decidedWithin: decisionBounds.map((bound) => ({
			hours: near(bound / 3_600, 2),
			count: within(String(bound)),
		})),
		lateShare: shareOf(is('late'), is('promised')),
		overrideShare: shareOf(is('overrides'), is('exceptions')),
		sampledRefusedShare: shareOf(is('sampledRefused'), is('sampled')),
		againstAdviceShare: shareOf(is('againstAdvice'), is('advised')),
		applyingSeconds: await numbers.percentiles('x_decided_at', 'x_ended_at', rows, 1),
	};
}

async function happened(numbers: Numbers): Promise<FigureRow['happened']> {
	const table = 'x_approval_event e JOIN x_approval_case c ON c.id = e.x_case_id';
	const rows = numbers.rows(table, 'e.x_at', { approver: 'e.x_actor_id::text' });
	const is = await numbers.answers(
		counts(rows, {
			escalated: "e.x_type = 'escalated'",
			exhausted: "e.x_type = 'exhausted'",
			superseded: "e.x_type = 'superseded'",
			recalled: "e.x_type = 'recalled'",
			forwarded: "e.x_type = 'forwarded'",
			takenOver: "e.x_type = 'taken_over'",
			releaseRefused: "e.x_type = 'release_refused'",
			voteRefused: "e.x_type = 'vote_refused'",
			notReleased: "e.x_type = 'not_released'",
		}),
	);
	return {
		escalated: is('escalated'),
		exhausted: is('exhausted'),
		superseded: is('superseded'),
		recalled: is('recalled'),
		forwarded: is('forwarded'),
		takenOver: is('takenOver'),
		releaseRefused: is('releaseRefused'),
		voteRefused: is('voteRefused'),
		notReleased: is('notReleased'),
	};
}

async function waiting(numbers: Numbers): Promise<FigureRow['waiting']> {
	const asked = numbers.of('create_date', { approver: 'a.res_users_id::text' });
	const table = asked.includes('res_users_id')
		? 'x_approval_case c JOIN x_res_users_x_approval_case_rel a ON a.x_approval_case_id = c.id'
		: 'x_approval_case c';
	const rows = `FROM ${table} WHERE x_state = 'pending' AND ${asked}`;
	const is = await numbers.answers({
		...counts(rows, {
			count: 'true',
			overdue: `x_due_at <= ${numbers.at}`,
			withoutDueTime: 'x_due_at IS NULL',
			inManualQueue: 'x_exhausted',
		}),
		oldest: `SELECT coalesce(max(EXTRACT(EPOCH FROM ${numbers.at} - create_date)), -1) ${rows}`,
	});
	return {
		count: is('count'),
		overdue: is('overdue'),
		withoutDueTime: is('withoutDueTime'),
		inManualQueue: is('inManualQueue'),
		hours: await numbers.percentiles('create_date', numbers.at, rows, 3_600),
		oldestHours: is('count') === 0 ? null : near(is('oldest') / 3_600, 2),
	};
}

async function events(numbers: Numbers): Promise<FigureRow['events']> {
	const rows = numbers.rows('x_approval_outbox', 'create_date');
	const is = await numbers.answers(
		counts(rows, {
			written: 'true',
			acknowledged: "x_state = 'acknowledged'",
			retried: 'x_attempts >= 2',
			failed: "x_last_error != ''",
			dead: "x_state = 'dead'",
		}),
	);
	return {
		written: is('written'),
		acknowledged: is('acknowledged'),
		retried: is('retried'),
		failed: is('failed'),
		dead: is('dead'),
		// Nobody listens in a history that was made up.
		pending: 0,
		lagSeconds: await numbers.percentiles('create_date', 'x_acknowledged_at', rows, 1),
		oldestPendingMinutes: null,
	};
}
