import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { recordIds } from '../../src/odoo/recordIds';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';

const route = { operation: 'routeOnly', fallbackGroup: 'n8n_approvals.group_manager' };
const user = (login: string, more: IDataObject = {}) => ({
	role: 'sales_manager',
	approver: { kind: 'user', login },
	limit: null,
	...more,
});

describe('who is asked, by Approval Route', () => {
	let stage: Stage;
	let judged: IDataObject;
	beforeEach(async () => {
		stage = await startStage();
		const recordId = await stage.desk.submit({ discount: 25 });
		const area = 'sales_order_release';
		const gather = { operation: 'gatherFacts', source: 'record', area, recordId };
		const [[gathered] = []] = outputs(
			await runNode(stage.n8n, { type: 'odooRecord', parameters: gather, items: [{}] }),
		);
		const judge = { policySource: 'preset', area };
		const [, [found] = []] = outputs(
			await runNode(stage.n8n, {
				type: 'policyEvaluate',
				parameters: judge,
				items: [gathered ?? {}],
			}),
		);
		judged = found ?? {};
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (parameters: INodeParameters, changes: IDataObject = {}) =>
		await runNode(stage.n8n, {
			type: 'approvalRoute',
			parameters: { ...route, ...parameters },
			items: [{ ...judged, ...changes }],
		});
	const stepsOf = async (parameters: INodeParameters, changes: IDataObject = {}) => {
		const [[routed] = []] = outputs(await run(parameters, changes));
		return (routed?.['routing'] as IDataObject | undefined)?.['steps'];
	};
	const idOf = (login: 'marta' | 'luca' | 'henrik') => stage.odoo.users[login].id;

	it('is said by rows, level by level', async () => {
		const rows = [
			{ role: 'sales_manager', kind: 'user', approver: 'luca', limit: 0, quorum: 1, level: 2 },
			{
				role: 'sales_manager',
				kind: 'user',
				approver: 'marta',
				limit: 0,
				quorum: 1,
				level: 1,
				more: { areas: 'sales_order_release, returns', validFrom: '2020-01-01' },
			},
		];
		expect(await stepsOf({ authority: { rows } })).toMatchObject([
			{ approverIds: [idOf('marta')], quorum: 1 },
			{ approverIds: [idOf('luca')], quorum: 1 },
		]);
	});

	it('is said by a document that an expression takes from an earlier node', async () => {
		const matrix = {
			rows: [user('marta', { quorum: 'all' }), user('luca')],
			fallback: { kind: 'group', group: 'n8n_approvals.group_manager' },
		};
		const parameters = { authoritySource: 'json', authorityDocument: '={{ $json.matrix }}' };
		expect(await stepsOf(parameters, { matrix })).toMatchObject([
			{ approverIds: [idOf('marta'), idOf('luca')].sort((a, b) => a - b), quorum: 2 },
		]);
	});

	it.each([
		{
			name: 'a limit that is a word',
			document: { rows: [user('marta', { limit: 'much' })] },
			says: 'authorityDocument.rows[0].limit: Expected number, received string',
		},
		{ name: 'no fallback', document: { rows: [] }, says: 'authorityDocument.fallback: Required' },
		{ name: 'no JSON', document: '{ "rows": ', says: 'authorityDocument: line 1, column 11' },
	])('refuses a document with $name, and says where', async ({ document, says }) => {
		const execution = await run({
			authoritySource: 'json',
			authorityDocument: typeof document === 'string' ? document : JSON.stringify(document),
		});
		expect(failure(execution)).toEqual({
			message: expect.stringContaining(says),
			description: 'PARAMETER_INVALID',
		});
	});

	it('names the row and the column at fault', async () => {
		const row = { role: 'sales_manager', kind: 'user', approver: 'marta', limit: 0, quorum: 1 };
		const rows = [row, { ...row, more: { validFrom: 'tomorrow' } }];
		expect(failure(await run({ authority: { rows } }))).toMatchObject({
			message: expect.stringContaining('authority.rows[1].validFrom: '),
		});
	});

	describe('where it is kept in Odoo', () => {
		const write = async (model: string, values: IDataObject) => {
			const args = { vals_list: [values] };
			await stage.desk.as('admin').call(model, 'create', args, recordIds);
		};
		const line = async (login: 'marta' | 'luca', more: IDataObject = {}) => {
			const x_user_id = idOf(login);
			const values = { x_role: 'sales_manager', x_kind: 'user', x_user_id, ...more };
			await write('x_approval_authority', values);
		};

		it('is read from there, and on record with the case', async () => {
			await line('luca', { x_level: 2 });
			await line('marta');
			const [[routed] = []] = outputs(await run({ authoritySource: 'odoo' }));
			expect(routed).toMatchObject({
				routing: { steps: [{ approverIds: [idOf('marta')] }, { approverIds: [idOf('luca')] }] },
			});
			const [opened] = stage.odoo.server.database.rows('x_approval_event');
			expect(JSON.parse(String(opened?.['x_payload']))).toMatchObject({
				data: { authority: { source: 'odoo', hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
			});
		});

		it('asks who stands in, and tells whom they stand in for', async () => {
			await line('marta');
			const { database } = stage.odoo.server;
			database.insert('x_approval_delegation', {
				x_user_id: idOf('marta'),
				x_delegate_id: idOf('luca'),
			});
			expect(await stepsOf({ authoritySource: 'odoo' })).toMatchObject([
				{
					approverIds: [idOf('luca')],
					delegations: [{ delegateId: idOf('luca'), forId: idOf('marta') }],
				},
			]);
		});
	});

	it.each([
		{ options: { odooFromRisk: 20 }, odooOnly: true, bulkAllowed: false },
		{ options: { odooFromRisk: 21 }, odooOnly: false, bulkAllowed: false },
		{ options: { bulkUpToRisk: 20 }, odooOnly: false, bulkAllowed: true },
		{ options: { bulkUpToRisk: 19 }, odooOnly: false, bulkAllowed: false },
		{ options: {}, odooOnly: false, bulkAllowed: false },
	])('says how a case of risk 20 is decided with $options', async (row) => {
		const { options: routeOptions, ...expected } = row;
		const policy = { ...(judged['policy'] as IDataObject), riskScore: 20 };
		const rows = [{ role: 'sales_manager', kind: 'user', approver: 'marta', limit: 0, quorum: 1 }];
		await run({ authority: { rows }, routeOptions }, { policy });
		const [kept] = stage.odoo.server.database.rows('x_approval_case');
		expect({ odooOnly: kept?.['x_odoo_only'], bulkAllowed: kept?.['x_bulk_allowed'] }).toEqual(
			expected,
		);
	});
});
