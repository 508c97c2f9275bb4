import { z } from 'zod';
import { createApiKey, startOdoo, type RealOdoo } from '../../scripts/real/odoo';
import { areas } from '../../src/domain/areas/areas';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { install } from '../../src/odoo/blueprint/install';
import { readCode } from '../../src/odoo/blueprint/readCode';
import { remove, REMOVAL_WORDS } from '../../src/odoo/blueprint/remove';
import { verify } from '../../src/odoo/blueprint/verify';
import { OdooUserError } from '../../src/odoo/errors';
import { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';
import { describeFavourites } from './inOdoo/describeFavourites';

const externalIds = z.array(z.object({ res_id: z.number() }));

/** Programs of the ledger, as it is put together from them. */
function readLedgerParts(...parts: string[]): string {
	return parts.map((part) => readCode('src/odoo/ledger', `${part}.py`)).join('\n');
}

/** Each test brings the database to where it begins: what it needs installed, it installs. */
describe('the blueprint (real Odoo 19)', () => {
	let odoo: RealOdoo | undefined;
	let connected: OdooClient | undefined;
	const admin = (): OdooClient => {
		if (!connected) throw new Error('Odoo did not start');
		return connected;
	};

	beforeAll(async () => {
		odoo = await startOdoo();
		const { url, database, adminLogin: login, adminPassword: password } = odoo;
		const apiKey = await createApiKey(odoo, { login, password, name: 'Blueprint' });
		connected = new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
	}, 300_000);

	afterAll(async () => {
		await odoo?.drop();
	});

	const idOf = async (name: string): Promise<number> => {
		const domain = [
			['module', '=', 'n8n_approvals'],
			['name', '=', name],
		];
		const args = { domain, fields: ['res_id'] };
		const [row] = await admin().call('ir.model.data', 'search_read', args, externalIds);
		return row?.res_id ?? 0;
	};
	const write = async (model: string, name: string, vals: Record<string, unknown>) => {
		const ids = [await idOf(name)];
		await admin().call(model, 'write', { ids, vals }, z.unknown());
	};
	const count = async (model: string, domain: unknown[]) => {
		const args = { domain, context: { active_test: false } };
		return await admin().call(model, 'search_count', args, z.number());
	};
	/** Runs code in Odoo with all rights, past access rules: what only the guards stop. */
	const runAsSuperuser = async (code: string, context = {}) => {
		const model_id = await idOf('model_blueprint');
		const vals_list = [{ name: 'Test', model_id, state: 'code', code }];
		const ids = await admin().call('ir.actions.server', 'create', { vals_list }, recordIds);
		return await admin().call('ir.actions.server', 'run', { ids, context }, z.unknown());
	};

	it('is made once; installing again changes nothing', async () => {
		const first = await install(admin(), areas);
		const second = await install(admin(), areas);

		expect(first).toMatchObject({ areas: areas.map(({ id }) => id), leftOut: [], changed: [] });
		expect(second).toMatchObject({ previousVersion: first.version, created: [], changed: [] });
		expect(second.removed).toEqual([]);
		expect(await verify(admin(), areas)).toMatchObject({
			status: 'intact',
			missing: [],
			altered: [],
			foreignRights: [],
		});
	}, 120_000);

	it('names what was altered, and is put right by installing again', async () => {
		await install(admin(), areas);
		await write('base.automation', 'automation_guard_change', { active: false });
		await write('ir.actions.server', 'action_send_event', { code: 'pass' });
		await write('ir.model.access', 'access_case_group_approver', { perm_write: true });
		await write('ir.ui.menu', 'menu_cases', { sequence: 99 });
		const ids = [await idOf('view_case_graph')];
		await admin().call('ir.ui.view', 'unlink', { ids }, z.unknown());

		expect(await verify(admin(), areas)).toMatchObject({
			status: 'altered',
			missing: ['view_case_graph'],
			altered: [
				{ name: 'access_case_group_approver', fields: ['perm_write'] },
				{ name: 'action_send_event', fields: ['code'] },
				{ name: 'automation_guard_change', fields: ['active'] },
				{ name: 'menu_cases', fields: ['sequence'] },
			],
		});
		expect(await install(admin(), areas)).toMatchObject({ created: ['view_case_graph'] });
		expect(await verify(admin(), areas)).toMatchObject({ status: 'intact' });
	}, 120_000);

	it('takes over an older version, which lacked a field and what shows it', async () => {
		await install(admin(), areas);
		const archOf = (name: string, arch: string) => write('ir.ui.view', name, { arch });
		await archOf('view_case_form', '<form><field name="x_name"/></form>');
		await archOf('view_case_list', '<list><field name="x_name"/></list>');
		const ids = [await idOf('field_case_x_late_minutes')];
		await admin().call('ir.model.fields', 'unlink', { ids }, z.unknown());
		await runAsSuperuser("env['x_approval_blueprint'].sudo().search([]).write({'x_version': '2'})");

		expect(await verify(admin(), areas)).toMatchObject({
			status: 'older',
			installedVersion: '2',
			missing: ['field_case_x_late_minutes'],
		});
		expect(await install(admin(), areas)).toMatchObject({
			previousVersion: '2',
			created: ['field_case_x_late_minutes'],
		});
		expect(await verify(admin(), areas)).toMatchObject({ status: 'intact' });
	}, 120_000);

	it('reckons how long decisions took that an older version kept', async () => {
		await install(admin(), areas);
		for (const name of ['view_case_list', 'view_case_search']) {
			const type = name.replace('view_case_', '');
			const arch = `<${type}><field name="x_name"/></${type}>`;
			await write('ir.ui.view', name, { arch });
		}
		const columns = ['x_decision_hours', 'x_decided_within', 'x_decided_through'];
		const ids = await Promise.all(columns.map((column) => idOf(`field_case_${column}`)));
		await admin().call('ir.model.fields', 'unlink', { ids }, z.unknown());
		await runAsSuperuser(`
decided = env['x_approval_case'].sudo().create({'x_name': 'Older, decided'})
decided.write({'x_decided_at': decided.create_date + datetime.timedelta(hours=30)})
env['x_approval_case'].sudo().create({'x_name': 'Older, pending'})`);
		await install(admin(), areas);

		const answer = await runAsSuperuser(`
cases = env['x_approval_case'].sudo().search([('x_name', 'like', 'Older,')], order='id')
action = {'rows': cases.read(${JSON.stringify(columns)})}
cases.unlink()`);
		expect(answer).toMatchObject({
			rows: [
				{ x_decision_hours: 30, x_decided_within: '096h', x_decided_through: 'policy' },
				{ x_decision_hours: 0, x_decided_within: false, x_decided_through: false },
			],
		});
	}, 120_000);

	it('leaves favourites to people, and makes one again that is gone', async () => {
		await install(admin(), areas);
		await write('ir.filters', 'favourite_rework', { name: 'Done Twice', active: false });
		expect(await verify(admin(), areas)).toMatchObject({ status: 'intact' });
		const ids = [await idOf('favourite_rework')];
		await admin().call('ir.filters', 'unlink', { ids }, z.unknown());

		expect(await verify(admin(), areas)).toMatchObject({ missing: ['favourite_rework'] });
		expect(await install(admin(), areas)).toMatchObject({ created: ['favourite_rework'] });
	}, 120_000);

	it('names a unique index that is gone, and rights that somebody added', async () => {
		await install(admin(), areas);
		await runAsSuperuser("env.cr.execute('DROP INDEX x_approval_case_one_open_per_key')");
		const right = { name: 'Everybody may', model_id: await idOf('model_event'), perm_write: true };
		const args = { vals_list: [right] };
		const ids = await admin().call('ir.model.access', 'create', args, recordIds);

		expect(await verify(admin(), areas)).toMatchObject({
			status: 'altered',
			missing: ['x_approval_case_one_open_per_key'],
			foreignRights: ['Everybody may'],
		});
		await admin().call('ir.model.access', 'unlink', { ids }, z.unknown());
		expect(await install(admin(), areas)).toMatchObject({
			created: ['x_approval_case_one_open_per_key'],
		});
		expect(await verify(admin(), areas)).toMatchObject({ status: 'intact' });
	}, 120_000);

	it.each(["write({'x_payload': '{}'})", 'unlink()'])(
		'guards the trail even from the superuser: %s',
		async (change) => {
			await install(admin(), areas);
			await runAsSuperuser(`
case = env['x_approval_case'].sudo().create({'x_name': 'Guarded'})
env['x_approval_event'].sudo().create({'x_case_id': case.id, 'x_seq': 1, 'x_payload': '{"a": 1}'})`);

			const changed = runAsSuperuser(`env['x_approval_event'].sudo().search([]).${change}`);
			await expect(changed).rejects.toBeInstanceOf(OdooUserError);
			await expect(changed).rejects.toThrow('append-only');
		},
		120_000,
	);

	it('writes on the form what policy said, with nothing in it taken for markup', async () => {
		await install(admin(), areas);
		const compared = { sentence: 'Margin: 9 % is below 10 %' };
		const context = {
			approval_command: {
				figures: [],
				lines: { columns: [], rows: [] },
				advice: {
					source: 'model',
					summary: 'Not in the overview',
					points: [],
					model: '<model>',
					promptVersion: 'summary/1',
					cause: { text: 'A discount <b>' },
					keyFigures: [{ label: 'Margin', value: '9 %' }],
					urgency: 'high',
					category: null,
					suggestion: { action: 'approve', role: 'finance & co', text: '<a href="x">Approve</a>' },
				},
				policy: {
					id: 'margin',
					version: '1',
					rules: [{ id: 'thin', reason: 'Thin <b>', conditions: [compared, {}] }],
					sampled: true,
					nearMisses: [{ ruleId: 'large', sentence: 'Amount: "near" <i>' }],
					shadow: { agrees: false, sentence: 'By policy <script>, it is rejected' },
				},
			},
		};
		const code = readLedgerParts('begin', 'advice', 'overview');
		const shown = await runAsSuperuser(`${code}\naction = {'html': overview(command)}`, context);

		const { html } = z.object({ html: z.string() }).parse(shown);
		expect(html.match(/(?<=>)[^<>]+(?=<)/g)).toEqual([
			'Rules that matched',
			...['Reason', 'Compared', 'Rule'],
			...['Thin &lt;b&gt;', 'Margin: 9 % is below 10 %', 'thin'],
			'Drawn as a sample: the policy would have approved it.',
			'Near misses',
			...['Compared', 'Rule'],
			...['Amount: &quot;near&quot; &lt;i&gt;', 'large'],
			'Advice, which decides nothing',
			...['Margin', '9 %'],
			...['Likely cause', 'A discount &lt;b&gt;'],
			...['Next step', '&lt;a href=&quot;x&quot;&gt;Approve&lt;/a&gt;'],
			...['Would ask', 'finance &amp; co'],
			...['Urgency', 'high'],
			...['Written by', 'Model &lt;model&gt;, prompt summary/1'],
			'Policy margin, version 1',
			'Another policy on trial, which decides nothing',
			'By policy &lt;script&gt;, it is rejected',
		]);
	}, 120_000);

	describeFavourites(() => {
		if (!odoo) throw new Error('Odoo did not start');
		return { odoo, admin: admin(), runAsSuperuser };
	});

	it('is taken away without its data, and found again by installing', async () => {
		await install(admin(), areas);
		await runAsSuperuser("env['x_approval_case'].sudo().create({'x_name': 'Kept'})");
		const { kept } = await remove(admin(), { confirm: REMOVAL_WORDS, keepData: true });

		expect(kept).toContain('automation_guard_change');
		expect(await count('ir.ui.menu', [['name', '=', 'Approvals']])).toBe(0);
		expect(await count('ir.cron', [['name', 'like', 'Approvals:']])).toBe(0);
		expect(await count('ir.filters', [['model_id', 'like', 'x_approval_']])).toBe(0);
		await install(admin(), areas);
		const answer = await runAsSuperuser(
			"action = {'kept': env['x_approval_case'].sudo().search_count([('x_name', '=', 'Kept')])}",
		);
		expect(answer).toEqual({ kept: 1 });
		expect(await verify(admin(), areas)).toMatchObject({ status: 'intact' });
	}, 120_000);

	it('is taken away with everything in it', async () => {
		await install(admin(), areas);
		await remove(admin(), { confirm: REMOVAL_WORDS, keepData: false });

		expect(await count('ir.model', [['model', 'like', 'x_approval_']])).toBe(0);
		expect(await count('ir.model.data', [['module', '=', 'n8n_approvals']])).toBe(0);
		expect(await count('base.automation', [['name', 'like', 'Approvals:']])).toBe(0);
		expect(await verify(admin(), areas)).toMatchObject({ status: 'not_installed' });
	}, 120_000);
});
