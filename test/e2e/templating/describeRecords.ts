import { isDeepStrictEqual } from 'node:util';
import { findLink } from '../../../scripts/scenario/approverLink';
import { until } from '../../../scripts/scenario/until';
import { areaTemplates } from '../../../scripts/templates/areaTemplates';
import { areas } from '../../../src/domain/areas/areas';
import { purchases } from '../areas/records/purchases';
import { samplesOf, type Sample } from '../areas/samples';
import { PATIENCE_MS, type TemplateStage } from './TemplateStage';

/** What became of a record, and who decided so. */
interface End {
	area: string;
	decidedBy: string | null;
	state: unknown;
}

export function describeRecords(stage: () => TemplateStage): void {
	describe('with a record of every area', () => {
		const ofTemplates = new Set(areaTemplates.flatMap((template) => template.areas));
		const samples = samplesOf(() => stage().office).filter(({ area }) => ofTemplates.has(area));
		/** What was saved before anything is looked at, so that all of it is worked on at once. */
		let routine: Array<{ sample: Sample; id: number }> = [];
		let asking: Array<{ sample: Sample; id: number }> = [];

		const saveAll = async (make: (sample: Sample) => Promise<number>, from: Sample[]) =>
			await Promise.all(from.map(async (sample) => ({ sample, id: await make(sample) })));
		const endOf = async ({ area, state, released }: Sample, id: number): Promise<End> => {
			const what = `Record ${String(id)} of ${area} was not released`;
			await until(what, PATIENCE_MS, async () =>
				isDeepStrictEqual(await state(id), released) ? true : undefined,
			);
			const { decidedBy } = await stage().caseIn(area, id, 'approved');
			return { area, decidedBy, state: await state(id) };
		};
		const endsBy = (decidedBy: string | null, ended: ReadonlyArray<{ sample: Sample }>) =>
			ended.map(({ sample: { area, released } }) => ({ area, decidedBy, state: released }));

		beforeAll(async () => {
			await Promise.all(samples.map(async ({ prepare }) => await prepare?.()));
			[asking, routine] = await Promise.all([
				saveAll(async (sample) => await sample.asking(), samples),
				saveAll(
					async (sample) => (await sample.routine?.()) ?? 0,
					samples.filter((sample) => sample.routine),
				),
			]);
		}, 3 * PATIENCE_MS);

		it('have one of each', () => {
			expect(new Set(samples.map(({ area }) => area))).toEqual(ofTemplates);
			expect(ofTemplates.size).toBe(areas.length - 1);
		});

		it(
			'ask people, and carry out what they decide',
			async () => {
				const ends = asking.map(async ({ sample, id }) => {
					await stage().approve(await stage().caseIn(sample.area, id, 'pending'));
					return await endOf(sample, id);
				});

				expect(await Promise.all(ends)).toEqual(endsBy(stage().approver.name, asking));
			},
			2 * PATIENCE_MS,
		);

		it(
			'carry out the routine by themselves',
			async () => {
				const ends = routine.map(async ({ sample, id }) => await endOf(sample, id));

				expect(await Promise.all(ends)).toEqual(endsBy(null, routine));
			},
			2 * PATIENCE_MS,
		);

		it(
			'give an order that is rejected back',
			async () => {
				const { prepare, anOrder } = purchases(() => stage().office);
				await prepare();
				const id = await anOrder(130);
				const asked = await stage().caseIn('procurement', id, 'pending');
				const link = await findLink(stage().approver, asked.id, PATIENCE_MS);
				const answer = { decision: 'rejected', reason: 'Too dear', reasonCode: 'price' } as const;
				await stage().pages.answer(link, answer);

				await until('The order was not cancelled', PATIENCE_MS, async () => {
					const state = await stage().office.fieldOf('purchase.order', id, 'state');
					return state === 'cancel' ? true : undefined;
				});
				expect((await stage().casesAbout('procurement', id))[0]).toMatchObject({
					state: 'rejected',
					decidedBy: stage().approver.name,
				});
			},
			2 * PATIENCE_MS,
		);
	});
}
