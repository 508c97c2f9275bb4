import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Evidence, type Json } from '../../../../src/advisory/evidence/Evidence';
import { findUnfounded } from '../../../../src/advisory/evidence/findUnfounded';
import { loadDateReader } from '../../../../src/advisory/evidence/readDates';
import { languages } from '../../../../src/domain/languages';
import { summaryFromRules } from '../../../../src/advisory/summary/summaryFromRules';
import type { SummarizedCase } from '../../../../src/advisory/summary/SummarizedCase';
import { adviceSectionSchema } from '../../../../src/domain/advice/adviceSection';
import { evaluatePolicy } from '../../../../src/domain/policy/evaluatePolicy';
import { buying } from './buying';
import type { GoldenArea, GoldenCase } from './GoldenArea';
import { moving } from './moving';
import { overriding } from './overriding';
import { selling } from './selling';
import { writeOut } from './writeOut';

const now = '2026-03-02T08:00:00.000Z';
const areas: readonly GoldenArea[] = [...selling, ...buying, ...moving, overriding];
const folder = join(__dirname, '../../../fixtures/golden-summaries');

async function fileOf({ policy }: GoldenArea, given: GoldenCase): Promise<SummarizedCase> {
	const { record: name, requester, amount, facts } = given;
	return {
		record: {
			area: policy.area,
			model: 'x',
			id: 1,
			name,
			url: 'https://odoo.example.com/x/1',
			amount,
			currency: 'EUR',
			figures: [],
			lines: { columns: [], rows: [] },
		},
		requester: { user: { id: 9, name: requester }, involvedIds: [9] },
		facts,
		policy: await evaluatePolicy(policy, facts, { now, caseKey: name }),
	};
}

describe('the summaries from rules', () => {
	it('cover every area with at least forty cases', () => {
		expect(areas).toHaveLength(11);
		expect(areas.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(40);
	});

	// `GOLDEN=write` writes the files anew; they are read through before they are kept.
	it.each(areas)('of $file read as they were reviewed', async (area) => {
		const parts = [`# ${area.description.label}\n`];
		for (const one of area.cases) {
			const file = await fileOf(area, one);
			parts.push(writeOut(one.title, summaryFromRules(file, area.description, 'en', 'No model.')));
		}
		const path = join(folder, `${area.file}.txt`);
		const text = parts.join('\n');
		if (process.env['GOLDEN'] === 'write') writeFileSync(path, text);
		expect(text).toBe(readFileSync(path, 'utf8'));
	});

	describe.each(languages)('in %s', (language) => {
		it.each(areas)('of $file say nothing that the case does not', async (area) => {
			const readDates = await loadDateReader();
			for (const one of area.cases) {
				const file = await fileOf(area, one);
				const advice = summaryFromRules(file, area.description, language, 'No model.');
				expect(adviceSectionSchema.parse(advice)).toEqual(advice);

				const evidence = new Evidence(readDates, now);
				evidence.add(JSON.parse(JSON.stringify(evidenceIn(file))) as Json);
				evidence.add(area.description.profile.assurances.map(({ text }) => text));
				const reading = { readDates, language, today: now };
				const texts = [advice.summary, ...advice.points.map(({ text }) => text)];
				for (const text of texts) {
					expect({ text, unfounded: findUnfounded(text, [evidence], reading) }).toEqual({
						text,
						unfounded: [],
					});
				}
			}
		});
	});
});

/** Everything that a summary may speak of, figures with the unit that they have. */
function evidenceIn({ record, policy, facts }: SummarizedCase) {
	const { rules, nearMisses } = policy;
	const reasons = rules.map(({ reason }) => reason);
	const sentences = [...rules.flatMap(({ conditions }) => conditions), ...nearMisses];
	return { record, facts, reasons, sentences };
}
