import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Postgres } from '../real/Postgres';
import type { Cast, PastCase } from './pastCases';

type Cell = string | number | boolean | null;

/** Ids from here on are of made-up rows. */
const FIRST_ID = 1_000_000;

/** Who and what is in a database, for a history about them. */
export async function castIn(postgres: Postgres, database: string): Promise<Cast> {
	const ids = async (table: string, where: string, limit: number) => {
		const sql = `SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT ${String(limit)}`;
		return (await postgres.query(sql, database)).map(Number);
	};
	return {
		approvers: await ids('res_users', 'active AND NOT share', 6),
		companies: await ids('res_company', 'true', 3),
		partners: await ids('res_partner', 'is_company AND active', 12),
	};
}

/** Writes a made-up history straight into Odoo's tables: cases, their trails and their events. */
export async function writeHistory(
	postgres: Postgres,
	database: string,
	cases: readonly PastCase[],
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'approval-history-'));
	try {
		for (const { table, rows } of tablesOf(cases)) {
			const [first] = rows;
			if (!first) continue;
			const file = join(folder, `${table}.csv`);
			const lines = rows.map((row) => Object.values(row).map(inCsv).join(','));
			await writeFile(file, lines.join('\n'));
			const columns = Object.keys(first).join(', ');
			await postgres.query(`\\copy ${table} (${columns}) FROM '${file}' CSV`, database);
			await postgres.query(`ANALYZE ${table}`, database);
		}
	} finally {
		await rm(folder, { recursive: true });
	}
}

function tablesOf(cases: readonly PastCase[]) {
	const numbered = cases.map((one, index) => ({ one, id: FIRST_ID + index }));
	const trails = numbered.flatMap(({ one, id }) =>
		one.trail.map((entry, index) => ({ ...entry, caseId: id, seq: index + 2 })),
	);
	return [
		{ table: 'x_approval_case', rows: numbered.map(({ one, id }) => caseRow(one, id)) },
		{
			table: 'x_approval_event',
			rows: trails.map(({ type, at, by, caseId, seq }, index) => ({
				id: FIRST_ID + index,
				x_case_id: caseId,
				x_seq: seq,
				x_type: type,
				x_at: timestamp(at),
				x_actor_id: by,
			})),
		},
		{
			table: asked.table,
			rows: numbered.flatMap(({ one, id }) =>
				one.asked.map((user) => ({ [asked.ofCase]: id, [asked.ofUser]: user })),
			),
		},
		{ table: 'x_approval_outbox', rows: numbered.map(({ one, id }) => eventRow(one, id)) },
	];
}

/** Where Odoo keeps who is asked now. */
const asked = {
	table: 'x_res_users_x_approval_case_rel',
	ofCase: 'x_approval_case_id',
	ofUser: 'res_users_id',
};

function caseRow(one: PastCase, id: number): Record<string, Cell> {
	const { openedAt, decidedAt, promisedAt } = one;
	return {
		id,
		x_name: `Past case ${String(id)}`,
		x_key: `past:${String(id)}`,
		x_area: one.area,
		x_area_label: one.area.replaceAll('_', ' '),
		x_model: 'sale.order',
		x_res_id: 1,
		x_record_name: `P${String(id)}`,
		x_company_id: one.company,
		x_partner_id: one.partner,
		x_requester_id: one.requester,
		x_state: one.state,
		x_outcome: one.became,
		x_open: one.state === 'pending',
		x_amount: one.amount,
		x_currency: 'USD',
		x_policy_id: one.area.replaceAll('_', '-'),
		x_policy_version: one.policyVersion,
		x_policy_outcome: one.policyOutcome,
		x_rule: one.rule,
		x_sampled: one.sampled,
		x_near_miss: one.nearMiss,
		x_advice_source: one.adviceSource,
		x_advice_action: one.adviceAction,
		x_advice_uncertain: one.adviceUncertain,
		x_advice_disagrees: isAgainstAdvice(one),
		x_asked_at: timestamp(one.askedAt),
		create_date: timestamp(openedAt),
		x_due_at: timestamp(promisedAt),
		x_promised_at: timestamp(promisedAt),
		x_breached: decidedAt !== null && promisedAt !== null && decidedAt > promisedAt,
		x_promise: one.promise,
		x_escalation_level: one.escalationLevel,
		x_exhausted: one.isExhausted,
		x_decided_by: one.decidedBy,
		x_decided_at: timestamp(decidedAt),
		x_ended_at: timestamp(one.endedAt),
		x_document: JSON.stringify({ amount: one.amount, currency: 'USD', facts: one.facts }),
	};
}

const answers = { approve: 'approved', reject: 'rejected', investigate: null } as const;

/** As Odoo reckons it: a sure model advised something else than a person decided. */
export function isAgainstAdvice(one: PastCase): boolean {
	if (one.decidedBy === null || one.adviceUncertain || one.adviceAction === null) return false;
	const advised = answers[one.adviceAction];
	return advised !== null && one.state !== 'superseded' && advised !== one.state;
}

function eventRow(one: PastCase, id: number): Record<string, Cell> {
	const isAcknowledged = one.acknowledgedAt !== null && !one.isDead;
	return {
		id,
		x_name: `P${String(id)}`,
		x_topic: 'record',
		x_area: one.area,
		x_event: 'saved',
		x_model: 'sale.order',
		x_res_id: 1,
		x_state: one.isDead ? 'dead' : isAcknowledged ? 'acknowledged' : 'pending',
		x_attempts: one.isDead ? 10 : one.attempts,
		x_last_error: one.error ?? (one.isDead ? 'Nobody answered' : null),
		x_acknowledged_at: isAcknowledged ? timestamp(one.acknowledgedAt) : null,
		x_case_id: id,
		create_date: timestamp(one.askedAt),
	};
}

/** As PostgreSQL keeps a time without a zone. */
function timestamp(seconds: number | null): string | null {
	return seconds === null ? null : new Date(seconds * 1_000).toISOString().slice(0, 19);
}

function inCsv(cell: Cell): string {
	if (cell === null) return '';
	return `"${String(cell).replaceAll('"', '""')}"`;
}
