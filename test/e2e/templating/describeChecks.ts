import { until } from '../../../scripts/scenario/until';
import type { Manner } from '../../kit/OutsideService';
import { creditOrders } from '../areas/records/creditOrders';
import { daysAhead } from '../areas/records/clock';
import { lateDeliveries } from '../areas/records/lateDeliveries';
import { placedOrders } from '../areas/records/placedOrders';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

const silent: Manner[] = ['fails', 'stalls', 'hangs up'];

export function describeChecks(stage: () => TemplateStage): void {
	describe('with a service outside', () => {
		const office = () => stage().office;
		const credit = creditOrders(office);
		const late = lateDeliveries(office);
		const placed = placedOrders(office);
		/** What policy had against a record when the case opened, and what people were told. */
		const asked = async (area: string, id: number) => {
			const { document } = await stage().caseIn(area, id, 'pending');
			const { policy, figures } = document as {
				policy: { rules: Array<{ id: string }> };
				figures: Array<{ label: string; value: string }>;
			};
			return { rules: policy.rules.map((rule) => rule.id), figures };
		};
		const stateOf = async (id: number) => await office().fieldOf('sale.order', id, 'state');
		const sold = async (id: number) =>
			await until(`Order ${String(id)} was not released`, PATIENCE_MS, async () =>
				(await stateOf(id)) === 'sale' ? true : undefined,
			);
		/** What the team was told of a record. */
		const toldOf = (model: string, id: number) =>
			stage().outside.posts.filter((post) =>
				post.includes(`?model=${model}&res_id=${String(id)}"`),
			);

		beforeAll(async () => {
			await credit.prepare();
			await late.prepare();
		}, PATIENCE_MS);

		/** An order over the limit of a customer about whom the bureau behaves so. */
		const anOrderOver = async (name: string, manner: Manner) => {
			stage().outside.behave(name, manner, { score: 82 });
			return await credit.anOrder(await credit.aCustomer(1000, name), 1100);
		};

		it(
			'take its answer for a fact',
			async () => {
				const id = await anOrderOver('Answered AG', 'answers');
				await sold(id);

				const [only, ...others] = await stage().casesAbout('credit_release', id);
				expect(others).toEqual([]);
				expect(only).toMatchObject({ state: 'approved', decidedBy: null });
				expect(only?.document).toMatchObject({ facts: { creditScore: 82 } });
				expect(toldOf('sale.order', id)).toEqual([]);
			},
			2 * PATIENCE_MS,
		);

		it(
			'ask people while it does not answer, tell the team, and judge anew when it is back',
			async () => {
				const waiting = await Promise.all(
					silent.map(async (manner) => {
						const name = `${manner} AG`;
						return { name, id: await anOrderOver(name, manner) };
					}),
				);
				for (const { id } of waiting) {
					const { rules, figures } = await asked('credit_release', id);
					expect(rules).toEqual(['over-limit-without-score']);
					expect(figures).toContainEqual({
						label: 'Score of the credit bureau',
						value: 'the credit bureau does not answer',
					});
					await until(
						'Nobody was told',
						PATIENCE_MS,
						async () => await Promise.resolve(toldOf('sale.order', id)[0]),
					);
				}
				for (const { name } of waiting) stage().outside.behave(name, 'answers', { score: 82 });
				for (const { id } of waiting) await sold(id);

				const ends = await Promise.all(
					waiting.map(async ({ id }) => await stage().casesAbout('credit_release', id)),
				);
				expect(ends).toEqual(
					waiting.map(() => [
						expect.objectContaining({ state: 'approved', decidedBy: null }),
						expect.objectContaining({ state: 'superseded' }),
					]),
				);
				expect(waiting.map(({ id }) => toldOf('sale.order', id).length)).toEqual([1, 1, 1]);
			},
			3 * PATIENCE_MS,
		);

		it(
			'leave alone what people have decided before it is back',
			async () => {
				const id = await anOrderOver('Patient AG', 'fails');
				await stage().approve(await stage().caseIn('credit_release', id, 'pending'));
				await sold(id);
				stage().outside.behave('Patient AG', 'answers', { score: 12 });
				await stage().lookedAgain('credit-release', id);

				expect(await stage().casesAbout('credit_release', id)).toEqual([
					expect.objectContaining({ state: 'approved', decidedBy: stage().approver.name }),
				]);
			},
			3 * PATIENCE_MS,
		);

		it(
			'ask a carrier, where one was switched on',
			async () => {
				const aDelivery = async (name: string, manner: Manner, planned: number) => {
					stage().outside.behave(name, manner, { daysLate: 2 });
					const partner_id = await office().makeAsAdmin('res.partner', { name });
					return await late.aDelivery(5, planned, { partner_id });
				};
				const answered = await aDelivery('Known Ltd', 'answers', 5.5);
				const silent = await aDelivery('Silent Ltd', 'hangs up', 8);
				const area = 'logistics_exception';

				expect((await asked(area, answered)).rules).toEqual(['late-by-carrier']);
				const { rules, figures } = await asked(area, silent);
				expect(rules).toEqual(['day-late']);
				expect(figures).toContainEqual({
					label: 'Late by the account of the carrier',
					value: 'the carrier does not answer',
				});
				stage().outside.behave('Silent Ltd', 'answers', { daysLate: 2 });
				await until('It was not judged anew', PATIENCE_MS, async () => {
					const [newest, older] = await stage().casesAbout(area, silent);
					return newest?.state === 'pending' && older?.state === 'superseded' ? true : undefined;
				});
				expect((await asked(area, silent)).rules).toEqual(['day-late', 'late-by-carrier']);
				expect(toldOf('stock.picking', silent)).toHaveLength(1);
			},
			3 * PATIENCE_MS,
		);

		it(
			'ask a portal of suppliers, where one was switched on',
			async () => {
				stage().outside.behave('Valves & Fittings Ltd', 'hangs up');
				await placed.prepare();
				const id = await placed.anOrder(await placed.aProduct(0));
				await placed.changeLine(id, { date_planned: daysAhead(15) });
				const area = 'supplier_acknowledgement';

				const { rules, figures } = await asked(area, id);
				expect(rules).toEqual(['later-than-agreed']);
				expect(figures).toContainEqual({
					label: 'Confirmed in the portal of the supplier',
					value: 'the supplier’s portal does not answer',
				});
				stage().outside.behave('Valves & Fittings Ltd', 'answers', { confirmed: false });
				await until('It was not judged anew', PATIENCE_MS, async () => {
					const [newest, older] = await stage().casesAbout(area, id);
					return newest?.state === 'pending' && older?.state === 'superseded' ? true : undefined;
				});
				expect((await asked(area, id)).rules).toEqual(['later-than-agreed', 'not-confirmed']);
				expect(toldOf('purchase.order', id)).toHaveLength(1);
			},
			3 * PATIENCE_MS,
		);
	});
}
