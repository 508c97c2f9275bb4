import { z } from 'zod';
import { createApiKey, startOdoo, type RealOdoo } from '../../scripts/real/odoo';
import { areas } from '../../src/domain/areas/areas';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { grant } from '../../src/odoo/blueprint/grant';
import { install } from '../../src/odoo/blueprint/install';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';

const DAY_MS = 86_400_000;
const ids = z.array(z.number());
const day = (days: number): string =>
	new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('whoever is on leave (real Odoo 19 with Time Off)', () => {
	let odoo: RealOdoo | undefined;
	let admin: OdooClient;

	const create = async (model: string, values: Record<string, unknown>): Promise<number> => {
		const [id = 0] = await admin.call(model, 'create', { vals_list: [values] }, recordIds);
		return id;
	};
	const run = async (model: string, method: string, args: { ids: number[]; vals?: object }) => {
		await admin.call(model, method, args, z.unknown());
	};

	beforeAll(async () => {
		odoo = await startOdoo();
		const { url, database, adminLogin: login, adminPassword: password } = odoo;
		const apiKey = await createApiKey(odoo, { login, password, name: 'Leave' });
		admin = new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
		await install(admin, areas);
		await grant(admin, { login, role: 'integration' });
		const domain = [['name', '=', 'hr_holidays']];
		const modules = await admin.call('ir.module.module', 'search', { domain }, ids);
		await run('ir.module.module', 'button_immediate_install', { ids: modules });
	}, 600_000);

	afterAll(async () => {
		await odoo?.drop();
	});

	it('is said to be away until then, once the leave is approved', async () => {
		const user_id = await create('res.users', { name: 'Lea Leave', login: 'lea@example.com' });
		const employee_id = await create('hr.employee', { name: 'Lea Leave', user_id });
		const holiday_status_id = await create('hr.leave.type', {
			name: 'Off',
			requires_allocation: false,
			leave_validation_type: 'hr',
		});
		const leave = await create('hr.leave', {
			name: 'Away',
			employee_id,
			holiday_status_id,
			request_date_from: day(-3),
			request_date_to: day(3),
		});
		const find = async () => {
			const { users } = await new Ledger(admin).execute<'directory'>({
				command: 'directory',
				logins: ['lea@example.com'],
				groups: [],
			});
			return users[0]?.awayUntil?.slice(0, 10) ?? null;
		};

		expect(await find()).toBeNull();
		await run('hr.leave', 'action_approve', { ids: [leave] });
		expect([day(2), day(3), day(4)]).toContain(await find());
	}, 120_000);
});
