import type { RealN8n } from '../real/n8n';
import { type BroughtConductor, bringConductor } from './bringConductor';
import { httpPages } from './httpPages';
import type { OdooSide } from './OdooSide';
import { rpcCaseDesk } from './rpcCaseDesk';
import type { CaseDesk, Pages, Stage } from './Stage';

export interface OpenStage extends Stage {
	conductor: BroughtConductor;
	/** Leaves Odoo and ends n8n; Odoo is ended by whoever started it. */
	close(): Promise<void>;
}

export interface StageOptions {
	/** Holds everything of the n8n that is brought. */
	folder: string;
	n8nPort?: number;
	/** A running one with our nodes in it, instead. */
	n8n?: RealN8n;
	/** How n8n reaches Odoo, when not directly. */
	odooUrl?: string;
	pages?: Pages;
	desk?: CaseDesk;
}

/** Brings n8n to an Odoo that is ready, and opens for business. */
export async function openStage(odoo: OdooSide, options: StageOptions): Promise<OpenStage> {
	const { administrator, integration, people, customers, products } = odoo;
	const conductor = await bringConductor({
		folder: options.folder,
		...(options.n8nPort === undefined ? {} : { port: options.n8nPort }),
		...(options.n8n === undefined ? {} : { n8n: options.n8n }),
		odoo: { url: options.odooUrl ?? odoo.url, database: odoo.database },
		integration,
		administrator,
		isSetUp: odoo.isSetUp,
		approvers: [people.salesManager.login, people.finance.login],
		managers: [administrator.login],
	});
	return {
		auditor: people.integration.odoo,
		people,
		customers,
		products,
		conductor,
		pages: options.pages ?? httpPages,
		desk: options.desk ?? rpcCaseDesk,
		close: async () => {
			await leaveOdoo(conductor);
			await conductor.n8n.stop();
		},
	};
}

/** Takes the triggers back, so that Odoo no longer writes events for an n8n that is gone. */
async function leaveOdoo({ api, workflows }: BroughtConductor): Promise<void> {
	for (const id of [workflows.orderRelease, workflows.decisionRelay])
		await api.deactivate(id).catch((error: unknown) => {
			process.stderr.write(`Odoo may still send events here: ${String(error)}\n`);
		});
}
