import { z } from 'zod';
import type { GivenCommand } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import { recordIds } from '../../../src/odoo/recordIds';
import type { LedgerBench } from './LedgerBench';
import type { StageUser } from './LedgerStage';

const DAY_MS = 86_400_000;
const day = (days: number): string =>
	new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export function describeDirectory(bench: () => LedgerBench): void {
	const made: Array<[model: string, id: number, by: StageUser]> = [];
	const make = async (model: string, values: Record<string, unknown>, by: StageUser) => {
		const client = bench().client(by);
		const [id = 0] = await client.call(model, 'create', { vals_list: [values] }, recordIds);
		made.push([model, id, by]);
		return id;
	};
	const find = async (
		command: Partial<GivenCommand<'directory'>>,
	): Promise<CommandResults['directory']> =>
		await bench().ledger.execute({ command: 'directory', logins: [], groups: [], ...command });
	const standIn = async (by: StageUser, to: StageUser, more: Record<string, unknown> = {}) =>
		await make('x_approval_delegation', { x_user_id: by.id, x_delegate_id: to.id, ...more }, by);

	afterEach(async () => {
		for (const [model, id, by] of made.splice(0))
			await bench()
				.client(by)
				.call(model, 'unlink', { ids: [id] }, z.unknown());
	});

	describe('whom a field of the record leads to', () => {
		it('is found with the field', async () => {
			const { salesperson } = bench().stage;
			const id = await bench().draftQuotation();
			const record = { model: 'sale.order', id };

			expect(await find({ fields: ['user_id'], record })).toMatchObject({
				users: [{ id: salesperson.id, fields: ['user_id'], groups: [] }],
				rows: null,
			});
		});

		it('is nobody where the field is empty', async () => {
			const id = await bench().draftQuotation({ user_id: false });
			const record = { model: 'sale.order', id };

			expect(await find({ fields: ['user_id'], record })).toMatchObject({ users: [] });
		});

		it.each([
			{ path: 'nobody_id', says: 'has no relation "nobody_id"' },
			{ path: 'partner_id.name', says: 'has no relation "name"' },
			{ path: 'company_id', says: 'which is no user' },
		])('is refused for $path, and says why', async ({ path, says }) => {
			const id = await bench().draftQuotation();
			const finding = find({ fields: [path], record: { model: 'sale.order', id } });

			await expect(finding).rejects.toThrow(says);
		});
	});

	describe('who stands in for whom', () => {
		const delegateOf = async ({ login, id }: StageUser, area = 'sales_order_release') => {
			const { users } = await find({ logins: [login], area });
			return users.find((user) => user.id === id)?.delegateId;
		};

		it('is said, and they are found along with them', async () => {
			const [first, second] = bench().stage.approvers;
			const { manager } = bench().stage;
			await standIn(first, second, { x_from: day(-1), x_until: day(1) });
			await standIn(second, manager);

			const { users } = await find({ logins: [first.login] });
			const byId = new Map(users.map(({ id, delegateId }) => [id, delegateId]));
			expect(byId).toEqual(
				new Map([
					[first.id, second.id],
					[second.id, manager.id],
					[manager.id, null],
				]),
			);
		});

		it.each([
			{ name: 'before it begins', more: { x_from: day(2) } },
			{ name: 'after it has ended', more: { x_until: day(-2) } },
			{ name: 'for another area', more: { x_area: 'procurement' } },
		])('does not count $name', async ({ more }) => {
			const [first, second] = bench().stage.approvers;
			await standIn(first, second, more);

			expect(await delegateOf(first)).toBeNull();
		});

		it('counts for its own area', async () => {
			const [first, second] = bench().stage.approvers;
			await standIn(first, second, { x_area: 'sales_order_release' });

			expect(await delegateOf(first)).toBe(second.id);
		});

		it('is the latest word', async () => {
			const [first, second] = bench().stage.approvers;
			await standIn(first, second);
			await standIn(first, bench().stage.manager);

			expect(await delegateOf(first)).toBe(bench().stage.manager.id);
		});

		it('ends also where people stand in for each other', async () => {
			const [first, second] = bench().stage.approvers;
			await standIn(first, second);
			await standIn(second, first);

			expect(await delegateOf(first)).toBe(second.id);
			expect(await delegateOf(second)).toBe(first.id);
		});

		it('is for everybody to say of themselves only, and for managers of all', async () => {
			const [first, second] = bench().stage.approvers;
			const { manager } = bench().stage;
			const ofAnother = { x_user_id: second.id, x_delegate_id: first.id };

			await expect(make('x_approval_delegation', ofAnother, first)).rejects.toThrow();
			await make('x_approval_delegation', ofAnother, manager);
			expect(await delegateOf(second)).toBe(first.id);
		});
	});

	describe('the matrix that is kept in Odoo', () => {
		const line = async (values: Record<string, unknown>) =>
			await make(
				'x_approval_authority',
				{ x_role: 'sales_manager', x_kind: 'user', ...values },
				bench().stage.administrator,
			);

		it('is given as the node writes it, with everyone behind it', async () => {
			const { approvers, salesperson } = bench().stage;
			const id = await bench().draftQuotation();
			await line({ x_user_id: approvers[0].id });
			await line({
				x_kind: 'field',
				x_field: 'user_id',
				x_level: 2,
				x_limit: 5000,
				x_currency: 'EUR',
				x_above: 1000,
				x_when_fact: 'isNewCustomer',
				x_needed: 'all',
				x_areas: 'sales_order_release, procurement',
				x_company: 'North, South',
				x_category: 'Chairs',
				x_valid_from: '2020-01-01',
				x_valid_until: '2999-12-31',
			});
			const found = await find({
				matrix: true,
				area: 'sales_order_release',
				record: { model: 'sale.order', id },
			});

			expect(found.rows).toEqual([
				{
					role: 'sales_manager',
					approver: { kind: 'user', login: approvers[0].login },
					level: 1,
					limit: null,
					quorum: 1,
					areas: [],
					scope: {},
				},
				{
					role: 'sales_manager',
					approver: { kind: 'field', field: 'user_id' },
					level: 2,
					limit: 5000,
					currency: 'EUR',
					above: 1000,
					whenFact: 'isNewCustomer',
					quorum: 'all',
					areas: ['sales_order_release', 'procurement'],
					scope: { company: ['North', 'South'], productCategory: ['Chairs'] },
					validFrom: '2020-01-01',
					validUntil: '2999-12-31',
				},
			]);
			expect(found.users.map((user) => user.id)).toEqual(
				[approvers[0].id, salesperson.id].sort((left, right) => left - right),
			);
		});

		it('leaves out the lines of other areas', async () => {
			await line({ x_user_id: bench().stage.manager.id, x_areas: 'procurement' });

			expect(await find({ matrix: true, area: 'sales_order_release' })).toEqual({
				status: 'found',
				users: [],
				rows: [],
			});
		});

		it('names nobody where nobody was chosen', async () => {
			await line({});

			expect(await find({ matrix: true, area: 'sales_order_release' })).toMatchObject({
				users: [],
				rows: [{ approver: { kind: 'user', login: '(nobody)' } }],
			});
		});

		it('is not for those to write who approve', async () => {
			const { manager } = bench().stage;
			const mine = { x_role: 'sales_manager', x_kind: 'user', x_user_id: manager.id };

			await expect(make('x_approval_authority', mine, manager)).rejects.toThrow();
		});
	});
}
