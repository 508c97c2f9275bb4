import type { IExecuteFunctions } from 'n8n-workflow';
import type { CaseFile } from '../domain/case/caseFile';

/**
 * What the item carries, with some sections filled anew. Everything else travels along untouched,
 * the analyst's own keys included. A section set to `undefined` is taken out.
 */
export function withSections(
	context: Pick<IExecuteFunctions, 'getInputData'>,
	itemIndex: number,
	sections: { [Name in keyof CaseFile]?: CaseFile[Name] | undefined },
): Record<string, unknown> {
	const merged = {
		...context.getInputData()[itemIndex]?.json,
		schema: 'approval-case/1',
		...sections,
	};
	return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}
