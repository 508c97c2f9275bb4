import { z } from 'zod';
import { type AuditEntry, auditEntrySchema, verifyChain } from '../../src/domain/audit/verifyChain';
import { caseStates, recordOutcomes } from '../../src/domain/case/vocabulary';
import type { OdooClient } from '../../src/odoo/OdooClient';

const related = z.union([z.tuple([z.number(), z.string()]), z.literal(false)]);
const text = z.union([z.string(), z.literal(false)]);

const orderRows = z.tuple([z.object({ id: z.number(), name: z.string(), state: z.string() })]);
const caseRows = z.array(
	z.object({
		id: z.number(),
		x_name: z.string(),
		x_state: z.enum(caseStates),
		x_outcome: z.enum(recordOutcomes),
		x_decided_by: related,
		x_decided_at: text,
		x_approver_ids: z.array(z.number()),
		x_last_hash: text,
		x_execution_id: text,
	}),
);
const eventRows = z.array(
	z
		.object({
			x_case_id: related,
			x_seq: z.number(),
			x_type: z.string(),
			x_at: z.string(),
			x_actor_id: related,
			x_payload: z.string(),
			x_previous_hash: z.string(),
			x_hash: z.string(),
		})
		.transform((row) => ({
			caseId: row.x_case_id === false ? 0 : row.x_case_id[0],
			entry: auditEntrySchema.parse({
				seq: row.x_seq,
				type: row.x_type,
				at: row.x_at,
				actorId: row.x_actor_id === false ? null : row.x_actor_id[0],
				payload: row.x_payload,
				previousHash: row.x_previous_hash,
				hash: row.x_hash,
			}),
		})),
);
const outboxRows = z.array(z.object({ id: z.number(), x_state: z.string(), x_topic: z.string() }));
const bodies = z.array(z.object({ body: z.string() }));
const count = z.number().int();

export interface CaseRecord {
	id: number;
	name: string;
	state: (typeof caseStates)[number];
	outcome: (typeof recordOutcomes)[number];
	/** `null` when policy decided, or nobody did. */
	decidedBy: { id: number; name: string } | null;
	isDecided: boolean;
	escalations: number;
	approverIds: number[];
	/** Execution of n8n that waits, or waited last. */
	executionId: string | null;
	trail: AuditEntry[];
	/** Why the hash chain is broken; `null` when it is whole. */
	broken: string | null;
}

/** An order with all that approvals left in Odoo about it. */
export interface OrderRecord {
	id: number;
	name: string;
	state: string;
	/** From the first to the last. */
	cases: CaseRecord[];
	events: Array<{ id: number; topic: string; state: string }>;
	/** Transfers that Odoo made for the order. */
	deliveries: number;
	/** Notes in the order's chatter that say it was released. */
	releaseNotes: number;
}

/** Reads an order back from Odoo. Nothing in it comes from whoever plays the scenario. */
export async function readOrder(odoo: OdooClient, orderId: number): Promise<OrderRecord> {
	const [order] = await odoo.call(
		'sale.order',
		'read',
		{ ids: [orderId], fields: ['name', 'state'] },
		orderRows,
	);
	const cases = await readCases(odoo, orderId);
	return {
		...order,
		cases,
		events: await readOutbox(odoo, orderId, cases),
		deliveries: await odoo.call(
			'stock.picking',
			'search_count',
			{ domain: [['origin', '=', order.name]] },
			count,
		),
		releaseNotes: await countReleaseNotes(odoo, orderId, cases),
	};
}

async function readCases(odoo: OdooClient, orderId: number): Promise<CaseRecord[]> {
	const rows = await odoo.call(
		'x_approval_case',
		'search_read',
		{
			domain: about('sale.order', orderId),
			fields: Object.keys(caseRows.element.shape),
			order: 'id',
		},
		caseRows,
	);
	const events = await odoo.call(
		'x_approval_event',
		'search_read',
		{
			domain: [['x_case_id', 'in', rows.map(({ id }) => id)]],
			fields: Object.keys(eventRows.element.innerType().shape),
			order: 'id',
		},
		eventRows,
	);
	return rows.map((row) => {
		const trail = events.filter(({ caseId }) => caseId === row.id).map(({ entry }) => entry);
		return toCase(row, trail);
	});
}

function toCase(row: z.infer<typeof caseRows.element>, trail: AuditEntry[]): CaseRecord {
	const lastHash = row.x_last_hash === false ? '' : row.x_last_hash;
	const verdict = verifyChain(trail, { caseId: row.id, lastHash });
	const by = row.x_decided_by;
	return {
		id: row.id,
		name: row.x_name,
		state: row.x_state,
		outcome: row.x_outcome,
		decidedBy: by === false ? null : { id: by[0], name: by[1] },
		isDecided: row.x_decided_at !== false,
		escalations: trail.filter(({ type }) => type === 'escalated').length,
		approverIds: row.x_approver_ids,
		executionId: row.x_execution_id === false ? null : row.x_execution_id,
		trail,
		broken: verdict.intact ? null : `entry ${String(verdict.brokenAt)}: ${verdict.reason}`,
	};
}

async function readOutbox(
	odoo: OdooClient,
	orderId: number,
	cases: readonly CaseRecord[],
): Promise<OrderRecord['events']> {
	const domains = [
		about('sale.order', orderId),
		...cases.map(({ id }) => about('x_approval_case', id)),
	];
	const fields = ['x_state', 'x_topic'];
	const answers = await Promise.all(
		domains.map((domain) =>
			odoo.call('x_approval_outbox', 'search_read', { domain, fields }, outboxRows),
		),
	);
	return answers.flat().map(({ id, x_state: state, x_topic: topic }) => ({ id, state, topic }));
}

/** A release note names the hash of the entry that says so, and so cannot be taken for another. */
async function countReleaseNotes(
	odoo: OdooClient,
	orderId: number,
	cases: readonly CaseRecord[],
): Promise<number> {
	const hashes = cases.flatMap(({ trail }) =>
		trail.filter(({ type }) => type === 'released').map(({ hash }) => hash),
	);
	const domain = [
		['model', '=', 'sale.order'],
		['res_id', '=', orderId],
	];
	const messages = await odoo.call(
		'mail.message',
		'search_read',
		{ domain, fields: ['body'] },
		bodies,
	);
	return messages.filter(({ body }) => hashes.some((hash) => body.includes(hash))).length;
}

function about(model: string, id: number): unknown[] {
	return [
		['x_model', '=', model],
		['x_res_id', '=', id],
	];
}
