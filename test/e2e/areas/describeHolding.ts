import { areas, findArea } from '../../../src/domain/areas/areas';
import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import type { AreaStage } from './AreaStage';
import { quotations } from './records/quotations';
import { samplesOf } from './samples';

const held = areas.filter(({ guard }) => guard !== null).map(({ id }) => id);

export function describeHolding(stage: () => AreaStage): void {
	const samples = samplesOf(stage);
	const attemptsOn = async (model: string, id: number) =>
		await stage().sql(
			`SELECT event.x_name FROM x_approval_event event
			JOIN x_approval_case it ON it.id = event.x_case_id
			WHERE it.x_model = '${model}' AND it.x_res_id = ${id}
			AND event.x_type = 'release_refused'`,
		);

	describe('holding', () => {
		beforeAll(async () => {
			await stage().hold(held);
		});

		afterAll(async () => {
			await stage().hold([]);
		});

		it('is tried in every area that can be held', () => {
			const tried = samples.filter(({ byHand }) => byHand).map(({ area }) => area);
			expect(held.filter((area) => !tried.includes(area))).toEqual([]);
		});

		describe.each(samples.filter(({ area }) => held.includes(area)))(
			'in $area',
			({ area: id, prepare, asking, byHand, state, released }) => {
				const area = findArea(id);

				beforeAll(async () => {
					await stage().listenFor([area]);
					await prepare?.();
				});

				it('refuses the step by hand while people are asked, and lets the approval pass', async () => {
					const record = await asking();
					const walk = await stage().process(area, record);
					expect(walk.opened).toMatchObject({ case: { state: 'pending' } });
					const before = await state(record);

					await expect(byHand?.(record)).rejects.toThrow(
						`(${area.label}) waits for approval. Asked: Ada. See Approvals, case `,
					);
					expect(await state(record)).toEqual(before);
					expect(before).not.toEqual(released);
					expect(await attemptsOn(area.model, record)).toEqual([
						expect.stringMatching(/ by (Carl|Mitchell Admin)/),
					]);

					expect(await stage().decide(walk, 'approved')).toMatchObject({
						case: { outcome: 'released' },
					});
					expect(await state(record)).toEqual(released);
				});
			},
		);

		describe('holding an order', () => {
			const { prepare, aQuotation, send } = quotations(stage);

			/** An order that is sold below its cost: people are asked. */
			const askedOrder = async () => {
				const id = await send(await aQuotation(90));
				return { id, walk: await stage().process(salesOrderRelease, id) };
			};
			const confirm = async (id: number) =>
				await stage().run('sale.order', 'action_confirm', { ids: [id] });
			const stateOf = async (id: number) => await stage().fieldOf('sale.order', id, 'state');

			beforeAll(async () => {
				await stage().listenFor([salesOrderRelease]);
				await prepare();
			});

			it('refuses to confirm an order while people are asked, and puts the attempt on record', async () => {
				const { id } = await askedOrder();

				await expect(confirm(id)).rejects.toThrow(
					/^S\d+ \(Sales order release\) waits for approval\. Asked: Ada\. See Approvals, case S/,
				);
				expect(await stateOf(id)).toBe('sent');
				expect(await attemptsOn('sale.order', id)).toEqual([expect.stringContaining('by Carl')]);
			});

			it.each([
				{ name: 'a direct change of its state', vals: { state: 'sale' } },
				{ name: 'a change along with others', vals: { client_order_ref: 'X', state: 'sale' } },
			])('refuses $name', async ({ vals }) => {
				const { id } = await askedOrder();

				await expect(stage().write('sale.order', id, vals)).rejects.toThrow('waits for approval');
				expect(await stateOf(id)).toBe('sent');
			});

			it('refuses an import that would confirm it', async () => {
				const { id } = await askedOrder();
				const fields = ['.id', 'state'];
				const answer = await stage().run('sale.order', 'load', { fields, data: [[id, 'sale']] });

				expect(JSON.stringify(answer)).toContain('waits for approval');
				expect(await stateOf(id)).toBe('sent');
			});

			it('lets an approved order pass, whoever releases it', async () => {
				const { id, walk } = await askedOrder();
				expect(await stage().decide(walk, 'approved')).toMatchObject({ recordState: 'sale' });
				const other = await askedOrder();
				await stage().vote(other.walk, 'approved');
				await confirm(other.id);

				expect([await stateOf(id), await stateOf(other.id)]).toEqual(['sale', 'sale']);
			});

			it('refuses an order that was rejected, until it changes', async () => {
				const { id, walk } = await askedOrder();
				await stage().decide(walk, 'rejected');

				await expect(confirm(id)).rejects.toThrow(
					'was rejected by Ada: Not like this. Change it, or request approval again.',
				);
				const [line] = (await stage().fieldOf('sale.order', id, 'order_line')) as number[];
				await stage().write('sale.order', id, { order_line: [[1, line, { price_unit: 150 }]] });
				expect(await stage().process(salesOrderRelease, id)).toMatchObject({
					opened: { case: { outcome: 'released' } },
				});
			});

			it('leaves an order alone that nobody is asked about', async () => {
				const id = await aQuotation(90);
				await confirm(id);

				expect(await stateOf(id)).toBe('sale');
			});

			it('keeps the trail of attempts whole', async () => {
				const { id, walk } = await askedOrder();
				await expect(confirm(id)).rejects.toThrow('waits for approval');
				const { case: decided } = await stage().vote(walk, 'approved');

				expect(decided.trail.map(({ type }) => type)).toEqual([
					'opened',
					'release_refused',
					'voted',
					'approved',
				]);
			});
		});
	});
}
