import { z } from 'zod';
import type { ApprovalStep } from '../../../src/domain/case/caseFile';
import type { CaseView } from '../../../src/domain/case/caseView';
import type { CommandOf, Effect } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import { fingerprintOf } from '../../../src/domain/case/watched';
import type { Decision } from '../../../src/domain/case/vocabulary';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { Ledger } from '../../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import { recordIds } from '../../../src/odoo/recordIds';
import type { LedgerStage, StageUser } from './LedgerStage';
import { openCommandFor } from './openCommandFor';
import { WebhookReceiver } from './WebhookReceiver';

export const signingKey = 'c0ffee'.repeat(10);
export const instance = 'n8n-of-the-suite';

const eventFields = [
	'x_state',
	'x_topic',
	'x_event',
	'x_attempts',
	'x_actor_id',
	'x_case_id',
	'x_requested',
	'x_last_error',
	'x_values',
	'x_subscription_id',
];

const rows = z.array(z.object({ id: z.number() }).passthrough());
export type Row = z.infer<typeof rows>[number];

/** What every test of the ledger works with: a stage, its people's clients, and orders to decide. */
export class LedgerBench {
	readonly ledger: Ledger;
	/** For what one person does after the other: which Odoo it is, is asked once. */
	private readonly connections = new OdooConnections();
	private whatIsSold: Promise<{ partner_id: number; product_id: number }> | undefined;

	private constructor(
		readonly stage: LedgerStage,
		readonly receiver: WebhookReceiver,
	) {
		this.ledger = this.ledgerOf(stage.integration);
	}

	static async open(stage: LedgerStage): Promise<LedgerBench> {
		return new LedgerBench(stage, await WebhookReceiver.start());
	}

	/** Subscribes the bench's own receiver to the events of records and of cases. */
	async listen(): Promise<void> {
		for (const topic of ['record', 'case'] as const) await this.subscribe(topic);
	}

	async close(): Promise<void> {
		await this.receiver.close();
		await this.stage.close();
	}

	async subscribe(
		topic: 'record' | 'case',
		changes: Partial<CommandOf<'subscribe'>> = {},
	): Promise<CommandResults['subscribe']> {
		return await this.ledger.execute({
			command: 'subscribe',
			key: `suite:${topic}`,
			topic,
			area: topic === 'case' ? '*' : salesOrderRelease.id,
			url: this.receiver.url,
			signingKey,
			instance,
			isPushed: true,
			includesCopies: false,
			workflowId: 'workflow-of-the-suite',
			isTest: false,
			filter: [],
			sendFields: [],
			watch: null,
			...changes,
		});
	}

	/** A client with connections of its own, so that many can call at the same time. */
	client({ login, apiKey }: StageUser): OdooClient {
		const { url, database } = this.stage;
		const connections = new OdooConnections();
		return new OdooClient({ url, database, login, apiKey }, axiosHttpSend, { connections });
	}

	/** A client that does one thing after the other, as a person does. */
	private person({ login, apiKey }: StageUser): OdooClient {
		const { url, database } = this.stage;
		const { connections } = this;
		return new OdooClient({ url, database, login, apiKey }, axiosHttpSend, { connections });
	}

	ledgerOf(user: StageUser): Ledger {
		return new Ledger(this.client(user));
	}

	/** A quotation of the salesperson's that nobody has sent. */
	async draftQuotation(values: Record<string, unknown> = {}): Promise<number> {
		const client = this.person(this.stage.salesperson);
		this.whatIsSold ??= this.findWhatIsSold();
		const { partner_id, product_id } = await this.whatIsSold;
		const line = { product_id, product_uom_qty: 3, price_unit: 100, discount: 12 };
		const vals_list = [{ partner_id, order_line: [[0, 0, line]], ...values }];
		const [id = 0] = await client.call('sale.order', 'create', { vals_list }, recordIds);
		return id;
	}

	/** One that was sent to the customer: it asks for approval. */
	async sentQuotation(): Promise<number> {
		const id = await this.draftQuotation();
		await this.change(id, { state: 'sent' });
		return id;
	}

	/** The salesperson changes an order. */
	async change(orderId: number, vals: Record<string, unknown>): Promise<void> {
		const client = this.person(this.stage.salesperson);
		await client.call('sale.order', 'write', { ids: [orderId], vals }, z.literal(true));
	}

	/** The salesperson changes the price of an order's only line; it is 100 at first. */
	async changePrice(orderId: number, price_unit: number): Promise<void> {
		const [row] = await this.read('sale.order', [['id', '=', orderId]], ['order_line']);
		const [line] = z.array(z.number()).parse(row?.['order_line']);
		await this.change(orderId, { order_line: [[1, line, { price_unit }]] });
	}

	async orderState(orderId: number): Promise<unknown> {
		const [row] = await this.read('sale.order', [['id', '=', orderId]], ['state']);
		return row?.['state'];
	}

	/** Reads as the integration user, or as somebody else. */
	async read(
		model: string,
		domain: unknown[],
		fields: string[],
		reader = this.stage.integration,
	): Promise<Row[]> {
		const args = { domain, fields, order: 'id' };
		return await this.person(reader).call(model, 'search_read', args, rows);
	}

	/** The events written about an order, oldest first. */
	async eventsAbout(orderId: number): Promise<Row[]> {
		const domain = [
			['x_model', '=', 'sale.order'],
			['x_res_id', '=', orderId],
		];
		return await this.read('x_approval_outbox', domain, eventFields);
	}

	async gather(
		orderId: number,
		outboxId: number | null,
		executionId: string | null = null,
	): Promise<CommandResults['gather']> {
		const { model, specification } = salesOrderRelease;
		const about = { outboxId, executionId, model, recordId: orderId };
		return await this.ledger.execute({ command: 'gather', ...about, specification });
	}

	/** The command that opens a case about an order as it is now. */
	async openCommand(
		orderId: number,
		changes: Partial<CommandOf<'open'>> = {},
	): Promise<CommandOf<'open'>> {
		const gathered = await this.gather(orderId, null);
		if (gathered.status !== 'gathered') throw new Error(`The order is ${gathered.status}`);
		const subject = salesOrderRelease.gather(gathered, gathered.at);
		return openCommandFor(orderId, subject, {
			fingerprint: fingerprintOf(subject.watched),
			steps: [this.step()],
			...changes,
		});
	}

	/** Both approvers, either of whom suffices. */
	step(changes: Partial<ApprovalStep> = {}): ApprovalStep {
		const approverIds = this.stage.approvers.map(({ id }) => id);
		const seats = { approverIds, quorum: 1, delegations: [], eligibleIds: [] };
		return { role: 'sales_manager', ...seats, ...changes };
	}

	/** A pending case about an order of its own. */
	async pendingCase(changes: Partial<CommandOf<'open'>> = {}): Promise<CaseView> {
		return await this.openedCase(await this.sentQuotation(), changes);
	}

	async openedCase(orderId: number, changes: Partial<CommandOf<'open'>> = {}): Promise<CaseView> {
		const opened = await this.ledger.execute(await this.openCommand(orderId, changes));
		if (opened.status !== 'opened') throw new Error(`The case was not opened: ${opened.status}`);
		return opened.case;
	}

	async vote(
		{ id, step, round }: CaseView,
		{ id: actorId }: StageUser,
		decision: Decision,
		changes: Partial<CommandOf<'vote'>> = {},
	): Promise<CommandResults['vote']> {
		const reason = decision === 'approved' ? null : 'Below what it costs';
		return await this.ledger.execute({
			command: 'vote',
			caseId: id,
			actorId,
			step,
			round,
			decision,
			reasonCode: decision === 'rejected' ? 'price' : null,
			reason,
			channel: 'page',
			...changes,
		});
	}

	async apply({ id }: CaseView, effect: Effect = release): Promise<CommandResults['apply']> {
		return await this.ledger.execute({ command: 'apply', caseId: id, effect });
	}

	/** A case of its own that the first approver has decided. */
	async decidedCase(decision: Decision): Promise<CaseView> {
		const open = await this.pendingCase();
		return (await this.vote(open, this.stage.approvers[0], decision)).case;
	}

	/** A case about an order that was rejected, with the order left as it is. */
	async rejectedCase(orderId: number): Promise<CaseView> {
		const open = await this.openedCase(orderId);
		const { case: rejected } = await this.vote(open, this.stage.approvers[0], 'rejected');
		await this.apply(rejected, leave);
		return rejected;
	}

	/** Ids of the open cases about an order: at most one, if all is well. */
	async openCases(orderId: number): Promise<number[]> {
		const domain = [
			['x_model', '=', 'sale.order'],
			['x_res_id', '=', orderId],
			['x_open', '=', true],
		];
		return (await this.read('x_approval_case', domain, ['x_state'])).map(({ id }) => id);
	}

	/** The salesperson confirms an order, past the approval. */
	async confirmByHand(orderId: number): Promise<void> {
		const client = this.client(this.stage.salesperson);
		await client.call('sale.order', 'action_confirm', { ids: [orderId] }, z.unknown());
	}

	/** Somebody decides in Odoo, as the dialog of the case's form does. */
	async decideInOdoo(
		{ id }: CaseView,
		user: StageUser,
		decision: Decision,
		reason = '',
	): Promise<void> {
		const kind = decision === 'rejected' ? { x_reason_kind: 'price' } : {};
		await this.sayInOdoo({ id }, user, { x_decision: decision, x_reason: reason, ...kind });
	}

	/** Somebody says something of a case in Odoo, as a dialog of its form does. */
	async sayInOdoo(
		{ id }: Pick<CaseView, 'id'>,
		user: StageUser,
		said: Record<string, unknown>,
	): Promise<number> {
		const args = { vals_list: [{ x_case_id: id, ...said }] };
		const [made = 0] = await this.client(user).call(
			'x_approval_decision',
			'create',
			args,
			recordIds,
		);
		return made;
	}

	/** Messages that were meant for somebody alone, with this in them. */
	async toldTo(reader: StageUser, text: string): Promise<Row[]> {
		const domain = [
			['message_type', '=', 'user_notification'],
			['body', 'ilike', text],
		];
		return await this.read('mail.message', domain, ['body'], reader);
	}

	/** The events about a case, for whoever waits for it. */
	async eventsOfCase({ id }: CaseView): Promise<Row[]> {
		const domain = [
			['x_topic', '=', 'case'],
			['x_case_id', '=', id],
		];
		const fields = ['x_state', 'x_model', 'x_res_id', 'x_area'];
		return await this.read('x_approval_outbox', domain, fields);
	}

	async show({ id }: Pick<CaseView, 'id'>): Promise<CaseView> {
		return (await this.ledger.execute({ command: 'show', caseId: id })).case;
	}

	/** Somebody to sell to, and something to sell; the same for all quotations. */
	private async findWhatIsSold() {
		return {
			partner_id: await this.findFirst('res.partner', [['is_company', '=', true]]),
			product_id: await this.findFirst('product.product', [['sale_ok', '=', true]]),
		};
	}

	private async findFirst(model: string, domain: unknown[]): Promise<number> {
		const args = { domain, limit: 1, order: 'id' };
		const client = this.person(this.stage.salesperson);
		const [id = 0] = await client.call(model, 'search', args, z.array(z.number()));
		return id;
	}
}

export const release = salesOrderRelease.effects.approved;
export const leave = salesOrderRelease.effects.rejected;
