import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { areas, findArea } from '../../src/domain/areas/areas';
import type { Emission } from '../../src/n8n/forEachItem';
import { odooClientFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { grant, type Grant } from '../../src/odoo/blueprint/grant';
import { fromOwnArea } from '../../src/odoo/blueprint/ownAreas';
import { install } from '../../src/odoo/blueprint/install';
import { remove } from '../../src/odoo/blueprint/remove';
import { verify } from '../../src/odoo/blueprint/verify';
import type { OdooClient } from '../../src/odoo/OdooClient';
import { ownAreasSchema, readOwnAreas } from '../../src/n8n/readOwnAreas';
import { splitByComma } from '../../src/n8n/splitByComma';

const logins = z.string().default('').transform(splitByComma);

const parameters = z.object({
	task: z.enum(['install', 'verify', 'remove']),
	areas: z.array(z.string()).default([]),
	ownAreas: ownAreasSchema,
	heldAreas: z.array(z.string()).default([]),
	integrationLogin: logins,
	mayMakeRules: z.boolean().default(true),
	approverLogins: logins,
	managerLogins: logins,
	confirmation: z.string().default(''),
	keepData: z.boolean().default(true),
});

type SetUp = z.infer<typeof parameters>;

/** Puts into Odoo what approvals need there, checks it, or takes it out again. */
export async function setUpOdoo(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const setUp = readParameters(context, itemIndex, parameters);
	const client = await odooClientFrom(context, itemIndex);
	return { output: 0, json: { task: setUp.task, ...(await report(client, setUp)) } };
}

async function report(client: OdooClient, setUp: SetUp): Promise<Record<string, unknown>> {
	switch (setUp.task) {
		case 'install': {
			const own = await readOwnAreas(setUp.ownAreas, client);
			const held = [...setUp.heldAreas, ...own.flatMap(({ id, hold }) => (hold ? [id] : []))];
			const chosen = [...setUp.areas.map(findArea), ...own.map(fromOwnArea)];
			const installed = await install(client, chosen, held);
			return { ...installed, grants: await grantAll(client, setUp) };
		}
		case 'verify':
			return { ...(await verify(client, areas)) };
		case 'remove':
			return {
				...(await remove(client, { confirm: setUp.confirmation, keepData: setUp.keepData })),
			};
	}
}

async function grantAll(client: OdooClient, setUp: SetUp) {
	const grants: Grant[] = [
		...setUp.integrationLogin.map((login) => ({ login, role: 'integration' as const })),
		...(setUp.mayMakeRules ? setUp.integrationLogin : []).map((login) => ({
			login,
			role: 'rule_author' as const,
		})),
		...setUp.approverLogins.map((login) => ({ login, role: 'approver' as const })),
		...setUp.managerLogins.map((login) => ({ login, role: 'manager' as const })),
	];
	const reports = [];
	for (const one of grants) reports.push(await grant(client, one));
	return reports;
}
