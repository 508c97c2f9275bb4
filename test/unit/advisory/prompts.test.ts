import { createHash } from 'node:crypto';
import {
	extractionInstruction,
	extractionPromptVersion,
} from '../../../src/advisory/extraction/extractionPrompt';
import { modelExtractionSchema } from '../../../src/advisory/extraction/modelExtraction';
import { languages } from '../../../src/domain/languages';
import { jsonSchemaOf } from '../../../src/advisory/model/jsonSchemaOf';
import { modelSummarySchema } from '../../../src/advisory/summary/modelSummary';
import {
	summaryInstruction,
	summaryPromptVersion,
	tones,
} from '../../../src/advisory/summary/summaryPrompt';

const hash = (parts: unknown) =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

describe('a version of a prompt', () => {
	// Whoever changes the wording or the shape gives it another version, and its hash here.
	it('stands for one wording of the summary', () => {
		const all = languages.flatMap((language) =>
			tones.map((tone) => summaryInstruction(language, tone)),
		);
		expect([summaryPromptVersion, hash([all, jsonSchemaOf(modelSummarySchema)])]).toEqual([
			'summary/1',
			'34b296355cf34538',
		]);
	});

	it('stands for one wording of the extraction', () => {
		const all = [extractionInstruction, jsonSchemaOf(modelExtractionSchema)];
		expect([extractionPromptVersion, hash(all)]).toEqual(['extraction/1', '50f3195773338d26']);
	});
});

describe('the shape that models are asked for', () => {
	it.each([
		['summary', modelSummarySchema],
		['extraction', modelExtractionSchema],
	])('of the %s is in the subset that servers enforce', (_name, schema) => {
		const objects: unknown[] = [];
		const visit = (node: unknown): void => {
			if (typeof node !== 'object' || node === null) return;
			if ('properties' in node) objects.push(node);
			Object.values(node).forEach(visit);
		};
		const shape = jsonSchemaOf(schema);
		visit(shape);
		expect(objects.length).toBeGreaterThan(3);
		for (const one of objects as Array<{ properties: object; required: string[] }>) {
			expect(one).toMatchObject({ type: 'object', additionalProperties: false });
			expect([...one.required].sort()).toEqual(Object.keys(one.properties).sort());
		}
		expect(JSON.stringify(shape)).not.toMatch(
			/"(minLength|maxLength|minItems|maxItems|minimum|maximum|pattern|format|default|\$ref|\$schema)":/,
		);
	});
});
