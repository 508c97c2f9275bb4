import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { languages } from '../../src/domain/languages';
import type { Sharing } from '../../src/advisory/summary/material';
import { summarizeCase } from '../../src/advisory/summary/summarizeCase';
import type { AreaDescription } from '../../src/advisory/summary/SummarizedCase';
import { tones } from '../../src/advisory/summary/summaryPrompt';
import type { Emission } from '../../src/n8n/forEachItem';
import { describeArea } from '../../src/n8n/describeArea';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import { splitByComma } from '../../src/n8n/splitByComma';
import { withSections } from '../../src/n8n/withSections';
import { askingFrom, minimumConfidence } from './askingFrom';
import { reportFallback } from './reportFallback';

const parameters = z.object({
	language: z.enum(languages).default('en'),
	tone: z.enum(tones).default('neutral'),
	minimumConfidence,
	sharing: z.enum(['area', 'chosen']).default('area'),
	facts: z.array(z.string()).default([]),
	figures: z.string().default(''),
	options: z
		.object({
			names: z.string().default(''),
			texts: z
				.object({
					text: z.array(z.object({ label: z.string(), text: z.coerce.string() })).default([]),
				})
				.default({}),
			roles: z.string().default(''),
			shareLines: z.boolean().default(true),
			whenUnsure: z.enum(['mark', 'rules']).default('mark'),
		})
		.default({}),
});

/** Fills the advice section: by a model where there is one, else from the rules that matched. */
export async function summarizeCaseOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const file = readCaseFile(context, itemIndex, ['record', 'facts', 'policy']);
	const given = readParameters(context, itemIndex, parameters);
	const area = describeArea(file.record.area);
	const asking = await askingFrom(context, itemIndex);
	const advice = await summarizeCase(file, area, {
		...asking,
		sharing: sharingFrom(given, area),
		language: given.language,
		tone: given.tone,
		roles: splitByComma(given.options.roles),
		minimumConfidence: given.minimumConfidence,
		whenUnsure: given.options.whenUnsure,
		now: new Date().toISOString(),
	});
	reportFallback(context, asking, advice);
	return { output: 0, json: withSections(context, itemIndex, { advice }) };
}

function sharingFrom(
	{ sharing, facts, figures, options }: z.infer<typeof parameters>,
	{ profile }: AreaDescription,
): Sharing {
	const isChosen = sharing === 'chosen';
	return {
		facts: isChosen ? facts : profile.facts,
		figures: isChosen ? splitByComma(figures) : profile.figures,
		lines: options.shareLines,
		texts: options.texts.text,
		names: splitByComma(options.names),
	};
}
