import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { DomainError } from '../../src/domain/errors';
import { assertInForce } from '../../src/domain/policy/assertInForce';
import { evaluatePolicy } from '../../src/domain/policy/evaluatePolicy';
import { evaluateShadow } from '../../src/domain/policy/evaluateShadow';
import type { Policy } from '../../src/domain/policy/policy';
import { severity } from '../../src/domain/policy/policyResult';
import type { Emission } from '../../src/n8n/forEachItem';
import { readParameters } from '../../src/n8n/readParameters';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';
import { readDocument } from './policyDocument';
import { readPolicy } from './readPolicy';

const trial = z.object({ options: z.object({ shadowPolicy: z.unknown() }).default({}) });

/** The policy was written for another kind of approval. */
class PolicyAreaError extends DomainError {
	readonly code = 'POLICY_AREA';
}

/** Evaluates the policy for one case; the outputs are in the order of the outcomes, mildest first. */
export async function evaluate(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const { record, facts } = readCaseFile(context, itemIndex, ['record', 'facts']);
	const { area, model, id } = record;
	const occasion = { now: new Date().toISOString(), caseKey: `${area}:${model}:${String(id)}` };
	const document = await readPolicy(context, itemIndex);
	assertArea(document, area);
	assertInForce(document, occasion.now);
	const live = await evaluatePolicy(document, facts, occasion);
	const readTrial = async () => await readShadow(context, itemIndex, area);
	const policy = { ...live, shadow: await evaluateShadow(live, readTrial, facts, occasion) };
	return { output: severity(live.outcome), json: withSections(context, itemIndex, { policy }) };
}

/** The policy on trial, `null` when there is none. */
async function readShadow(
	context: IExecuteFunctions,
	itemIndex: number,
	area: string,
): Promise<Policy | null> {
	const { options } = readParameters(context, itemIndex, trial);
	if (options.shadowPolicy === undefined) return null;
	const document = await readDocument(options.shadowPolicy);
	assertArea(document, area);
	return document;
}

function assertArea(policy: Policy, area: string): void {
	if (policy.area === area) return;
	throw new PolicyAreaError(
		`The policy "${policy.id}" is for ${policy.area}, but the case is for ${area}`,
	);
}
