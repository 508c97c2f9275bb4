import { z } from 'zod';
import { findLink } from '../../scripts/scenario/approverLink';
import { waitUntilAsked } from '../../scripts/scenario/playStory';
import { readOrder } from '../../scripts/scenario/readOrder';
import { REDELIVERED_MS } from '../../scripts/scenario/redelivered';
import { handIn, writeQuotation } from '../../scripts/scenario/salesDesk';
import { until } from '../../scripts/scenario/until';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { OdooUserError } from '../../src/odoo/errors';
import { recordIds } from '../../src/odoo/recordIds';
import { thinStory } from './approving/askedOrder';
import { openE2eStage, type E2eStage } from './stage/openE2eStage';

// What Odoo has to send again takes some minutes, and several tests wait for more than one event.
jest.setTimeout(2 * REDELIVERED_MS);

const DAY_MS = 86_400_000;
const BRINGING_MS = 1_800_000;
const ids = z.array(z.number());
const day = (days: number): string =>
	new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('whoever is on leave (real n8n, real Odoo 19 with Time Off, Chromium)', () => {
	let opened: E2eStage | undefined;
	const stage = (): E2eStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};
	const admin = () => stage().odoo.administrator.odoo;

	const create = async (model: string, values: Record<string, unknown>): Promise<number> => {
		const [id = 0] = await admin().call(model, 'create', { vals_list: [values] }, recordIds);
		return id;
	};
	const run = async (model: string, method: string, args: { ids: number[]; vals?: object }) => {
		await admin().call(model, method, args, z.unknown());
	};
	/** From some days ago until in some days; not yet approved. */
	const askForLeave = async (name: string, user_id: number): Promise<number> =>
		await create('hr.leave', {
			name: 'Away',
			employee_id: await create('hr.employee', { name, user_id }),
			holiday_status_id: await create('hr.leave.type', {
				name: 'Off',
				requires_allocation: false,
				leave_validation_type: 'hr',
			}),
			request_date_from: day(-3),
			request_date_to: day(3),
		});

	beforeAll(async () => {
		opened = await openE2eStage();
		const domain = [['name', '=', 'hr_holidays']];
		const modules = await admin().call('ir.module.module', 'search', { domain }, ids);
		await until('Odoo was never free to install Time Off', 300_000, async () => {
			try {
				await run('ir.module.module', 'button_immediate_install', { ids: modules });
				return true;
			} catch (error) {
				// Odoo installs nothing while it runs a scheduled action, and asks to try again later.
				if (error instanceof OdooUserError && /scheduled action/.test(error.message))
					return undefined;
				throw error;
			}
		});
		// Time Off brings leave of its own, by which the administrator is away on some days of the week.
		const brought = await admin().call('hr.leave', 'search', { domain: [] }, ids);
		await run('hr.leave', 'action_refuse', { ids: brought });
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	it('is said to be away until then, once the leave is approved', async () => {
		const user_id = await create('res.users', { name: 'Lea Leave', login: 'lea@example.com' });
		const leave = await askForLeave('Lea Leave', user_id);
		const find = async () => {
			const { users } = await new Ledger(stage().auditor).execute<'directory'>({
				command: 'directory',
				logins: ['lea@example.com'],
				groups: [],
			});
			return users[0]?.awayUntil?.slice(0, 10) ?? null;
		};

		expect(await find()).toBeNull();
		await run('hr.leave', 'action_approve', { ids: [leave] });
		expect([day(2), day(3), day(4)]).toContain(await find());
	});

	it('is not asked; the others with their authority are, and decide on the page', async () => {
		const { people, auditor, odoo } = stage();
		const { salesManager } = people;
		const leave = await askForLeave(salesManager.name, salesManager.id);
		await run('hr.leave', 'action_approve', { ids: [leave] });

		const quotation = await writeQuotation(stage(), thinStory());
		await handIn(stage(), quotation);
		const { id: caseId, approverIds } = await waitUntilAsked(stage(), quotation);
		const domain = [['login', '=', odoo.administrator.login]];
		expect(approverIds).toEqual(await admin().call('res.users', 'search', { domain }, ids));

		const [id = 0] = approverIds;
		const other = { ...odoo.administrator, id, name: 'The administrator' };
		const link = await findLink(other, caseId);
		expect(await stage().pages.answer(link, { decision: 'approved' })).toMatchObject({
			status: 200,
		});
		const released = await until('the order was never released', REDELIVERED_MS, async () => {
			const order = await readOrder(auditor, quotation.id);
			return order.state === 'sale' ? order : undefined;
		});
		expect(released.cases).toMatchObject([{ state: 'approved', decidedBy: { id } }]);
	});
});
