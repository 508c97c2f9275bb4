import type { IExecuteFunctions } from 'n8n-workflow';
import { caseFileSchema, type CaseFile } from '../domain/case/caseFile';
import { DomainError } from '../domain/errors';

/** Which node fills which section, as the editor names it. */
const makers = {
	event: 'Odoo Trigger',
	record: 'Odoo Record (Gather Facts)',
	requester: 'Odoo Record (Gather Facts)',
	facts: 'Odoo Record (Gather Facts)',
	watched: 'Odoo Record (Gather Facts)',
	fingerprint: 'Odoo Record (Gather Facts)',
	policy: 'Policy Evaluate',
	advice: 'AI Summarize',
	sla: 'SLA Timer (Start)',
	wait: 'SLA Timer (Wait Until)',
	routing: 'Approval Route',
	decision: 'Approval Route',
	escalation: 'Escalate',
	outcome: 'Odoo Record (Apply Decision)',
} as const;

export type Section = keyof typeof makers;
export type CaseFileWith<Needed extends Section> = CaseFile & {
	[Name in Needed]-?: NonNullable<CaseFile[Name]>;
};

/** The item is not a case file, or one that lacks what the node needs. */
export class CaseFileUnfitError extends DomainError {
	readonly code = 'CASE_FILE_UNFIT';
}

/**
 * Reads the case file that the item carries.
 *
 * @param needs sections that the node cannot work without
 * @throws {CaseFileUnfitError} says which section is missing and which node makes it; an empty item,
 * which n8n sends on after a failed wake-up, is always refused
 */
export function readCaseFile<Needed extends Section>(
	context: Pick<IExecuteFunctions, 'getInputData'>,
	itemIndex: number,
	needs: readonly Needed[],
): CaseFileWith<Needed> {
	return parseCaseFile(context.getInputData()[itemIndex]?.json, needs);
}

/** The same for a case file that was read elsewhere than from the input. */
export function parseCaseFile<Needed extends Section>(
	json: unknown,
	needs: readonly Needed[],
): CaseFileWith<Needed> {
	if (!isFilled(json)) throw new CaseFileUnfitError(`The item is empty. ${wanted(needs)}`);
	const parsed = caseFileSchema.safeParse(json);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const where = issue?.path.join('.') ?? '';
		throw new CaseFileUnfitError(
			where === 'schema'
				? `The item carries no case file (schema "approval-case/1"). ${wanted(needs)}`
				: `The case file is damaged at "${where}": ${issue?.message ?? 'invalid'}`,
		);
	}
	const file = parsed.data;
	if (hasSections(file, needs)) return file;
	throw new CaseFileUnfitError(wanted(needs.filter((name) => file[name] === undefined)));
}

function isFilled(json: unknown): boolean {
	return typeof json === 'object' && json !== null && Object.keys(json).length > 0;
}

function hasSections<Needed extends Section>(
	file: CaseFile,
	needs: readonly Needed[],
): file is CaseFileWith<Needed> {
	return needs.every((name) => file[name] !== undefined);
}

function wanted(needs: readonly Section[]): string {
	return needs.length === 0
		? 'A case begins with an Odoo Trigger or with Odoo Record (Gather Facts).'
		: needs
				.map((name) => `The section "${name}" is missing; the node ${makers[name]} makes it.`)
				.join(' ');
}
