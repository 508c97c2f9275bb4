import { z } from 'zod';
import { startOdoo } from '../../../scripts/real/odoo';
import { createApiKey } from '../../../scripts/real/odooApiKey';
import { bringOdoo } from '../../../scripts/real/odooPackage';
import { Postgres } from '../../../scripts/real/Postgres';
import type { Area, Gathered } from '../../../src/domain/areas/Area';
import { areas } from '../../../src/domain/areas/areas';
import type { OwnArea } from '../../../src/domain/areas/ownArea/OwnArea';
import { effectsOn } from '../../../src/domain/areas/effectsOn';
import type { CaseView } from '../../../src/domain/case/caseView';
import type { CommandName, GivenCommand } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import type { Decision } from '../../../src/domain/case/vocabulary';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { evaluatePolicy } from '../../../src/domain/policy/evaluatePolicy';
import type { PolicyResult } from '../../../src/domain/policy/policyResult';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { install } from '../../../src/odoo/blueprint/install';
import { fromOwnArea } from '../../../src/odoo/blueprint/ownAreas';
import { Ledger } from '../../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { Crew } from '../../contract/ledger/Crew';
import type { StageUser } from '../../contract/ledger/LedgerStage';
import { openCommandFor } from '../../contract/ledger/openCommandFor';
import { clerkGroups, Office } from './Office';

/** What became of a record that asked. */
export interface Walk {
	area: Area;
	gathered: Gathered;
	policy: PolicyResult;
	opened: CommandResults['open'];
}

const withCase = z.object({ case: z.custom<CaseView>(() => true) }).passthrough();

/** What n8n may do in Odoo. */
const integrationGroups = [
	'sales_team.group_sale_salesman_all_leads',
	'purchase.group_purchase_manager',
	'stock.group_stock_manager',
	'account.group_account_manager',
	'account.group_validate_bank_account',
	'base.group_partner_manager',
];

async function hire(crew: Crew) {
	const person = (name: string) => ({ name, login: `${name.toLowerCase()}@example.com` });
	return {
		integration: await crew.hire({
			...person('Ina'),
			role: 'integration',
			groups: integrationGroups,
		}),
		clerk: await crew.hire({ ...person('Carl'), role: null, groups: clerkGroups }),
		approver: await crew.hire({ ...person('Ada'), role: 'approver', groups: [] }),
	};
}

/** A real Odoo with every area installed, a clerk whose records ask, and somebody who decides. */
export class AreaStage extends Office {
	/** Ids of the areas that write events. */
	private listening: string[] = [];

	private constructor(
		clients: { admin: OdooClient; clerk: OdooClient },
		sql: Office['sql'],
		private readonly people: { clerk: StageUser; approver: StageUser; integration: StageUser },
		private readonly ledger: Ledger,
		readonly close: () => Promise<void>,
	) {
		super(clients.admin, clients.clerk, sql);
	}

	/** Whose records ask. */
	get clerk(): StageUser {
		return this.people.clerk;
	}

	static async open(): Promise<AreaStage> {
		const odoo = await startOdoo();
		const close = async () => {
			await odoo.drop();
		};
		try {
			const { url, database, adminLogin, adminPassword } = odoo;
			const key = { login: adminLogin, password: adminPassword, name: 'Areas' };
			const client = (login: string, apiKey: string) =>
				new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
			const admin = client(adminLogin, await createApiKey(odoo, key));
			await install(admin, areas);
			const people = await hire(new Crew(odoo, admin));
			const { clerk, integration } = people;
			const postgres = await Postgres.open((await bringOdoo()).folder);
			return new AreaStage(
				{ admin, clerk: client(clerk.login, clerk.apiKey) },
				async (query) => await postgres.query(query, database),
				people,
				new Ledger(client(integration.login, integration.apiKey)),
				close,
			);
		} catch (error) {
			await close();
			throw error;
		}
	}

	/** Has Odoo hold the records of these areas, and of no others. */
	async hold(held: readonly string[]): Promise<void> {
		await install(this.admin, areas, held);
	}

	/** Sets up areas of the house's own beside all others. */
	async setUpOwn(own: readonly OwnArea[]): Promise<void> {
		const held = own.flatMap(({ id, hold }) => (hold ? [id] : []));
		await install(this.admin, [...areas, ...own.map(fromOwnArea)], held);
	}

	/** Runs a command of the ledger as the integration user. */
	async execute<Name extends CommandName>(
		command: GivenCommand<Name>,
	): Promise<CommandResults[Name]> {
		return await this.ledger.execute<Name>(command);
	}

	get approverId(): number {
		return this.people.approver.id;
	}

	/** Whether the integration user is in a group. */
	async letIntegration(group: string, isIn: boolean): Promise<void> {
		const change = [isIn ? 4 : 3, await this.idOf(group)];
		await this.asAdmin('res.users', 'write', {
			ids: [this.people.integration.id],
			vals: { group_ids: [change] },
		});
	}

	async letIntegrationWorkFor(company: number): Promise<void> {
		const vals = { company_ids: [[4, company]] };
		for (const id of [this.people.integration.id, await this.idOf('base.user_admin')])
			await this.asAdmin('res.users', 'write', { ids: [id], vals });
	}

	/** The clerk asks expressly, by the button in the menu of the record. */
	async requestApproval({ id, model }: Area, recordId: number): Promise<void> {
		const ids = [await this.idOf(`n8n_approvals.action_request_${id}`)];
		const context = { active_model: model, active_id: recordId, active_ids: [recordId] };
		await this.run('ir.actions.server', 'run', { ids, context });
	}

	/** Events about a record that nobody has dealt with, oldest first. */
	async eventsAbout(area: Pick<Area, 'id' | 'model'>, recordId: number): Promise<number[]> {
		const rows = await this.sql(
			`SELECT id FROM x_approval_outbox WHERE x_model = '${area.model}' AND x_res_id = ${recordId}
			AND x_area = '${area.id}' AND x_state = 'pending' ORDER BY id`,
		);
		return rows.map(Number);
	}

	/** Reads the record as the integration user, and derives its facts. */
	async gather(area: Area, recordId: number, outboxId: number | null = null): Promise<Gathered> {
		const { model, specification, related } = area;
		const command = { command: 'gather', outboxId, executionId: null, model, recordId } as const;
		const answer = await this.ledger.execute<'gather'>({ ...command, specification, related });
		if (answer.status !== 'gathered') throw new Error(`${model} ${recordId}: ${answer.status}`);
		return area.gather(answer, answer.at);
	}

	/** Takes a record that asks as far as its template does without people. */
	async process(area: Area, recordId: number): Promise<Walk> {
		const outboxId = (await this.eventsAbout(area, recordId)).at(-1);
		if (outboxId === undefined) throw new Error(`${area.model} ${recordId} did not ask`);
		const gathered = await this.gather(area, recordId, outboxId);
		const { facts, watched } = gathered;
		const occasion = { now: new Date().toISOString(), caseKey: null };
		const policy = await evaluatePolicy(area.defaultPolicy, facts, occasion);
		const isRoutine = policy.outcome === 'auto_approve';
		const seats = { quorum: 1, delegations: [], eligibleIds: [] };
		const step = { role: policy.role ?? '', approverIds: [this.people.approver.id], ...seats };
		const opened = await this.ledger.execute<'open'>(
			openCommandFor(recordId, gathered, {
				area: area.id,
				model: area.model,
				outboxId,
				fingerprint: fingerprintOf(watched),
				policy,
				steps: isRoutine ? [] : [step],
				policyDecision: isRoutine ? 'approved' : null,
				effect: isRoutine ? effectsOn(area, facts).approved : null,
			}),
		);
		return { area, gathered, policy, opened };
	}

	/** The approver answers. */
	async vote({ opened }: Walk, decision: Decision): Promise<CommandResults['vote']> {
		const { case: view } = withCase.parse(opened);
		return await this.ledger.execute<'vote'>({
			command: 'vote',
			caseId: view.id,
			actorId: this.people.approver.id,
			step: view.step,
			round: view.round,
			decision,
			reasonCode: decision === 'rejected' ? 'price' : null,
			reason: decision === 'approved' ? null : 'Not like this',
			channel: 'page',
		});
	}

	/** The approver decides, and what they decided is carried out. */
	async decide(walk: Walk, decision: Decision): Promise<CommandResults['apply']> {
		const { case: decided } = await this.vote(walk, decision);
		return await this.apply(walk.area, decided, decision);
	}

	/** Carries out once more what was decided when the case was opened. */
	async carryOut({ area, opened }: Walk, decision: Decision): Promise<CommandResults['apply']> {
		return await this.apply(area, withCase.parse(opened).case, decision);
	}

	private async apply(
		area: Area,
		decided: CaseView,
		decision: Decision,
	): Promise<CommandResults['apply']> {
		const effect = effectsOn(area, decided.facts)[decision];
		return await this.ledger.execute<'apply'>({ command: 'apply', caseId: decided.id, effect });
	}

	/** Has these areas write events, for nobody to fetch, and no others. */
	async listenFor(heard: ReadonlyArray<Pick<Area, 'id'>>): Promise<void> {
		const ids = heard.map(({ id }) => id);
		for (const area of this.listening.filter((one) => !ids.includes(one)))
			await this.ledger.execute<'unsubscribe'>({ command: 'unsubscribe', key: `areas:${area}` });
		for (const area of ids.filter((one) => !this.listening.includes(one)))
			await this.ledger.execute<'subscribe'>({
				command: 'subscribe',
				key: `areas:${area}`,
				topic: 'record',
				area,
				url: 'http://127.0.0.1:9/',
				signingKey: 'c0ffee'.repeat(10),
				instance: 'areas',
				isPushed: false,
				includesCopies: false,
				workflowId: 'workflow-of-the-suite',
				isTest: false,
				filter: [],
				sendFields: [],
				watch: null,
			});
		this.listening = ids;
	}
}
