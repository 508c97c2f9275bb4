import { z } from 'zod';
import { createApiKey } from '../../../scripts/real/odooApiKey';
import { areas } from '../../../src/domain/areas/areas';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { grant, type Role } from '../../../src/odoo/blueprint/grant';
import { install } from '../../../src/odoo/blueprint/install';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { recordIds } from '../../../src/odoo/recordIds';
import type { LedgerStage, StageUser } from './LedgerStage';

export interface RealServer {
	url: string;
	database: string;
	adminLogin: string;
	adminPassword: string;
}

interface Person {
	login: string;
	name: string;
	/** External id of the Sales group. */
	sales: string;
	role?: Role;
}

const people = {
	integration: {
		login: 'suite.integration@example.com',
		name: 'Ina Integration',
		sales: 'sales_team.group_sale_salesman_all_leads',
		role: 'integration',
	},
	first: {
		login: 'suite.first@example.com',
		name: 'Ada Approver',
		sales: 'sales_team.group_sale_salesman',
		role: 'approver',
	},
	second: {
		login: 'suite.second@example.com',
		name: 'Ben Approver',
		sales: 'sales_team.group_sale_salesman',
		role: 'approver',
	},
	manager: {
		login: 'suite.manager@example.com',
		name: 'Mia Manager',
		sales: 'sales_team.group_sale_salesman',
		role: 'manager',
	},
	salesperson: {
		login: 'suite.sales@example.com',
		name: 'Sam Sales',
		sales: 'sales_team.group_sale_salesman',
	},
} satisfies Record<string, Person>;

const rows = z.array(z.object({ id: z.number() }));

/** Makes a real Odoo ready for the suite: installs the blueprint and makes the people. */
export async function openRealStage(server: RealServer, close: () => Promise<void>): Promise<LedgerStage> {
	const stage = new RealStage(server);
	return await stage.open(close);
}
