import { z } from 'zod';
import { findLink } from '../../../scripts/scenario/approverLink';
import { httpPages } from '../../../scripts/scenario/httpPages';
import { fillTemplate, type TemplateNode } from '../../../scripts/scenario/templates';
import { until } from '../../../scripts/scenario/until';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { bringOdoo } from '../../../scripts/real/odooPackage';
import { Postgres } from '../../../scripts/real/Postgres';
import { areaTemplates } from '../../../scripts/templates/areaTemplates';
import { roleGroups } from '../../../scripts/templates/roleGroups';
import { areas } from '../../../src/domain/areas/areas';
import { caseFileSchema } from '../../../src/domain/case/caseFile';
import { OutsideService } from '../../kit/OutsideService';
import { clerkGroups, Office } from '../areas/Office';
import { joinGroups } from '../stage/joinGroups';
import { openE2eStage, type E2eStage } from '../stage/openE2eStage';

const rows = z.array(z.object({ id: z.number() }).passthrough());

/** How long anything may take until it shows in Odoo, beside a busy machine's other work. */
export const PATIENCE_MS = 180_000;

/** A case as Odoo has it, with who decided it. */
export interface CaseRow {
	id: number;
	state: string;
	outcome: string;
	/** `null` where policy did. */
	decidedBy: string | null;
	document: Record<string, unknown>;
}

const caseRows = z.array(
	z
		.object({
			id: z.number(),
			x_state: z.string(),
			x_outcome: z.string(),
			x_decided_by: z.union([z.literal(false), z.tuple([z.number(), z.string()])]),
			x_document: z.record(z.unknown()),
		})
		.transform(
			({
				id,
				x_state: state,
				x_outcome: outcome,
				x_decided_by: by,
				x_document: document,
			}): CaseRow => ({
				...{ id, state, outcome, document },
				decidedBy: by === false ? null : by[1],
			}),
		),
);

/** Real n8n with the templates of all areas published, and a real Odoo in which people work. */
export class TemplateStage {
	/** Ids of the workflows, by the file of the template. */
	private readonly workflows = new Map<string, string>();

	private constructor(
		/** Everything that runs. */
		readonly stage: E2eStage,
		readonly office: Office,
		/** Credit bureau, carrier, portal and chat in one. */
		readonly outside: OutsideService,
	) {}

	static async open(): Promise<TemplateStage> {
		const stage = await openE2eStage();
		const outside = await OutsideService.start();
		try {
			const { odoo, server } = stage;
			const postgres = await Postgres.open((await bringOdoo()).folder);
			const { odoo: admin } = odoo.administrator;
			const office = new Office(
				admin,
				odoo.people.salesperson.odoo,
				async (query) => await postgres.query(query, server.database),
			);
			await joinGroups(
				admin,
				odoo.integration.login,
				new Set(areas.flatMap(({ rights }) => rights)),
			);
			await joinGroups(admin, odoo.people.salesperson.login, new Set(clerkGroups));
			const opened = new TemplateStage(stage, office, outside);
			await opened.publishAll();
			return opened;
		} catch (error) {
			await outside.stop();
			await stage.close();
			throw error;
		}
	}

	/** Who decides everything. */
	get approver() {
		return this.stage.people.salesManager;
	}

	/** How approvers see a page. */
	get pages() {
		return this.stage.pages;
	}

	/** Id of the workflow "Ask people". */
	get core(): string {
		return this.workflowOf('approval-core');
	}

	/** Id of the published workflow of a template. */
	workflowOf(file: string): string {
		return this.workflows.get(file) ?? '';
	}

	async close(): Promise<void> {
		await this.outside.stop();
		await this.stage.close();
	}

	/** The cases of an area about a record, newest first. */
	async casesAbout(area: string, recordId: number): Promise<CaseRow[]> {
		const domain = [
			['x_area', '=', area],
			['x_res_id', '=', recordId],
		];
		const fields = ['x_state', 'x_outcome', 'x_decided_by', 'x_document'];
		const args = { domain, fields, order: 'id desc' };
		return await this.office.admin.call('x_approval_case', 'search_read', args, caseRows);
	}

	/** Waits until the newest case of an area about a record is in one of the states. */
	async caseIn(area: string, recordId: number, ...states: string[]): Promise<CaseRow> {
		const what = `No case of ${area} about record ${String(recordId)} is ${states.join(' or ')}`;
		return await until(what, PATIENCE_MS, async () => {
			const [newest] = await this.casesAbout(area, recordId);
			return newest && states.includes(newest.state) ? newest : undefined;
		});
	}

	/** The approver follows the link that they got, and approves. */
	async approve({ id }: CaseRow): Promise<void> {
		const link = await findLink(this.approver, id, PATIENCE_MS);
		await httpPages.answer(link, { decision: 'approved' });
	}

	/** Waits until the workflow of a template has gone through a record once more, on its own account. */
	async lookedAgain(file: string, recordId: number): Promise<void> {
		const { api } = this.stage.conductor;
		const what = `The template ${file} did not look again at record ${String(recordId)}`;
		await until(what, PATIENCE_MS, async () => {
			for (const { id } of await api.listExecutions(this.workflowOf(file))) {
				const execution = await api.getExecution(id);
				const [anew] = outputOf(execution, 'Gather Anew');
				const { record } = caseFileSchema.partial().parse(anew ?? {});
				if (record?.id === recordId && execution.status === 'success') return true;
			}
			return undefined;
		});
	}

	async subscribedAreas(): Promise<unknown[]> {
		const args = { domain: [['x_active', '=', true]], fields: ['x_area'] };
		const found = await this.office.admin.call(
			'x_approval_subscription',
			'search_read',
			args,
			rows,
		);
		return found.map((one) => one['x_area']);
	}

	/** Every template as an analyst would fill it in. */
	private async publishAll(): Promise<void> {
		const { login } = this.approver;
		const authority = {
			rows: Object.keys(roleGroups).map((role) => ({
				...{ role, kind: 'user', approver: login, limit: 0, quorum: 1 },
			})),
		};
		const people = { 'Approval Route': { authority }, Escalate: { authority } };
		this.workflows.set('approval-core', await this.publish('approval-core', people));
		const workflowId = { __rl: true, mode: 'id', value: this.core };
		for (const { file, check } of areaTemplates) {
			const outside = check ? this.atOutside(check.ask) : {};
			const filled = { 'Ask People': { workflowId }, ...outside };
			this.workflows.set(file, await this.publish(file, filled, check?.ask));
		}
	}

	/** Has the nodes of a check ask a service that is there. */
	private atOutside(ask: string) {
		// By the name of the partner, so that each has a service that behaves differently.
		const about = (file: string) =>
			`=${this.outside.url}/?about={{ ${file}.record.figures.find(({ label }) => ['Customer', 'Supplier'].includes(label)).value.urlEncode() }}`;
		const options = { timeout: 3000 };
		return {
			[ask]: { url: about('$json'), options },
			'Is It Back?': { url: about("$('Go On Without It').item.json"), options },
			'Tell the Team': { url: this.outside.url },
			'Wait a While': { amount: 1, unit: 'seconds' },
		};
	}

	/** Imports a template, activates the node that is switched off, and publishes it. */
	private async publish(
		name: string,
		parameters: Record<string, Record<string, unknown>>,
		active?: string,
	): Promise<string> {
		const { api, credentials } = this.stage.conductor;
		const filled = await fillTemplate(name, credentials, parameters);
		const drawn: TemplateNode[] = filled.nodes;
		const nodes = drawn.map((node) => (node.name === active ? { ...node, disabled: false } : node));
		const id = await api.createWorkflow({ ...filled, nodes });
		await api.activate(id);
		return id;
	}
}
