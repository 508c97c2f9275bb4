import type { OdooClient } from '../../src/odoo/OdooClient';
import type { N8nApi } from '../real/N8nApi';
import type { CustomerRole, PersonRole, ProductRole } from './catalogue';
import type { Answer } from './OrderStory';

/** Somebody who has a user in Odoo, with a client that acts as them. */
export interface StagePerson {
	id: number;
	name: string;
	login: string;
	odoo: OdooClient;
}

/** What a page said after it was opened or answered. */
export interface PageAnswer {
	status: number;
	heading: string;
}

/** How approvers use their page: by plain HTTP or in a browser. */
export interface Pages {
	/** Opens a personal link, fills in the form and sends it. */
	answer(link: string, answer: Answer): Promise<PageAnswer>;
}

/** How approvers decide in Odoo itself. */
export interface CaseDesk {
	decide(person: StagePerson, caseId: number, answer: Answer): Promise<void>;
}

/** The conductor, as far as the scenario looks at it or does something to it. */
export interface Conductor {
	api: N8nApi;
	/** Id of the workflow made from `order-release.json`. */
	orderReleaseId: string;
	/** Where the trigger of that workflow listens, and the key that Odoo signs with. */
	webhook: { url: string; signingKey: string };
	/** Ends n8n as a power cut would, and starts it again after what happens `meanwhile`. */
	killAndRestart(meanwhile?: () => Promise<void>): Promise<void>;
}

/** Everything that a play of the scenario needs, whether Odoo is the sandbox or a real one. */
export interface Stage {
	/** Reads everything back: the integration user may read all that approvals left in Odoo. */
	auditor: OdooClient;
	people: Record<PersonRole, StagePerson>;
	customers: Record<CustomerRole, number>;
	products: Record<ProductRole, number>;
	conductor: Conductor;
	pages: Pages;
	desk: CaseDesk;
}
