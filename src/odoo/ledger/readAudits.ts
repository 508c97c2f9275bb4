import { z } from 'zod';
import { auditCase, type AuditedCase, type CaseAudit } from '../../domain/audit/auditCase';
import type { AuditEntry } from '../../domain/audit/verifyChain';
import type { OdooClient } from '../OdooClient';
import { readTrails } from './readTrail';

/** Which cases are looked at. */
export type AuditScope =
	| { kind: 'case'; caseId: number }
	| { kind: 'record'; model: string; recordId: number }
	/** Opened from `from` on and before `until`; ISO 8601. */
	| { kind: 'period'; from: string; until: string };

const PAGE = 100;

const caseRows = z.array(
	z.object({
		id: z.number(),
		x_name: z.string(),
		x_model: z.string(),
		x_res_id: z.number(),
		x_state: z.string(),
		x_outcome: z.string(),
		x_last_hash: z.string(),
	}),
);
type CaseRow = z.infer<typeof caseRows>[number];

const openings = z.array(
	z.object({ id: z.number(), x_case_id: z.tuple([z.number(), z.string()]) }),
);
const messages = z.array(z.object({ model: z.string(), res_id: z.number(), body: z.string() }));

type Domain = unknown[];

/**
 * Checks every case of a scope, in pages; a few calls to Odoo for each hundred, however many there are.
 */
export async function* readAudits(
	client: OdooClient,
	scope: AuditScope,
): AsyncGenerator<CaseAudit[]> {
	for await (const rows of casesIn(client, scope)) {
		// Cases about the same record share its chatter, so all of them have to be known.
		const related = scope.kind === 'record' ? rows : await readRelated(client, rows);
		const trails = await readTrails(
			client,
			related.map(({ id }) => id),
		);
		const seals = await readSeals(client, related);
		yield rows.map((row) => audit(row, related, trails, seals));
	}
}

type Trails = ReadonlyMap<number, readonly AuditEntry[]>;
type Seals = ReadonlyMap<string, ReadonlyArray<{ caseName: string; hash: string }>>;

function audit(row: CaseRow, related: readonly CaseRow[], trails: Trails, seals: Seals): CaseAudit {
	const siblings = related.filter((other) => keyOf(other) === keyOf(row));
	const hashes = siblings.flatMap(({ id }) => trails.get(id) ?? []).map(({ hash }) => hash);
	const audited: AuditedCase = {
		caseId: row.id,
		caseName: row.x_name,
		state: row.x_state,
		outcome: row.x_outcome,
		lastHash: row.x_last_hash,
		entries: trails.get(row.id) ?? [],
		seals: (seals.get(keyOf(row)) ?? [])
			.filter(({ caseName }) => caseName === row.x_name)
			.map(({ hash }) => hash),
	};
	return auditCase(audited, new Set(hashes));
}

function keyOf({ x_model, x_res_id }: Pick<CaseRow, 'x_model' | 'x_res_id'>): string {
	return `${x_model},${x_res_id}`;
}

async function* casesIn(client: OdooClient, scope: AuditScope): AsyncGenerator<CaseRow[]> {
	switch (scope.kind) {
		case 'case':
			yield await readCases(client, [['id', '=', scope.caseId]]);
			return;
		case 'record':
			yield await readCases(client, recordDomain(scope.model, [scope.recordId]));
			return;
		case 'period':
			yield* casesOpened(client, scope);
	}
}

/** Pages by the events that opened the cases, which say when that was. */
async function* casesOpened(
	client: OdooClient,
	{ from, until }: { from: string; until: string },
): AsyncGenerator<CaseRow[]> {
	for (let after = 0; ;) {
		const domain = [
			['x_type', '=', 'opened'],
			['x_at', '>=', odooTime(from)],
			['x_at', '<', odooTime(until)],
			['id', '>', after],
		];
		const args = { domain, fields: ['x_case_id'], order: 'id', limit: PAGE };
		const found = await client.call('x_approval_event', 'search_read', args, openings);
		const ids = found.map(({ x_case_id: [id] }) => id);
		if (ids.length > 0) yield await readCases(client, [['id', 'in', ids]]);
		const last = found.at(-1);
		if (!last || found.length < PAGE) return;
		after = last.id;
	}
}

async function readCases(client: OdooClient, domain: Domain): Promise<CaseRow[]> {
	const fields = ['x_name', 'x_model', 'x_res_id', 'x_state', 'x_outcome', 'x_last_hash'];
	const args = { domain, fields, order: 'id' };
	return await client.call('x_approval_case', 'search_read', args, caseRows);
}

/** Every case about the records that these cases are about. */
async function readRelated(client: OdooClient, rows: readonly CaseRow[]): Promise<CaseRow[]> {
	const found = await Promise.all(
		[...byModel(rows)].map(
			async ([model, ids]) => await readCases(client, recordDomain(model, ids)),
		),
	);
	return found.flat();
}

function recordDomain(model: string, recordIds: readonly number[]): Domain {
	return [
		['x_model', '=', model],
		['x_res_id', 'in', [...recordIds]],
	];
}

function byModel(rows: readonly CaseRow[]): Map<string, number[]> {
	const ids = new Map<string, number[]>();
	for (const { x_model, x_res_id } of rows)
		ids.set(x_model, [...(ids.get(x_model) ?? []), x_res_id]);
	return ids;
}

/** What the ledger writes into the record's chatter when a case is concluded. */
const sealPattern = /Case ([^<]+), trail ([0-9a-f]{64})/g;

async function readSeals(client: OdooClient, rows: readonly CaseRow[]): Promise<Seals> {
	const seals = new Map<string, Array<{ caseName: string; hash: string }>>();
	for (const [model, ids] of byModel(rows)) {
		const domain = [
			['model', '=', model],
			['res_id', 'in', [...new Set(ids)]],
			['body', 'ilike', ', trail '],
		];
		const args = { domain, fields: ['model', 'res_id', 'body'] };
		for (const { res_id, body } of await client.call(
			'mail.message',
			'search_read',
			args,
			messages,
		)) {
			const key = keyOf({ x_model: model, x_res_id: res_id });
			const found = [...body.matchAll(sealPattern)].map(([, name = '', hash = '']) => ({
				caseName: plainText(name),
				hash,
			}));
			seals.set(key, [...(seals.get(key) ?? []), ...found]);
		}
	}
	return seals;
}

const signs: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	'#39': "'",
	'#34': '"',
};

function plainText(html: string): string {
	return html.replace(/&(amp|lt|gt|quot|#39|#34);/g, (whole, name: string) => signs[name] ?? whole);
}

function odooTime(instant: string): string {
	return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
