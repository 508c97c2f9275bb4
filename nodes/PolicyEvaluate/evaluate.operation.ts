import type { IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../../src/domain/errors';
import { assertInForce } from '../../src/domain/policy/assertInForce';
import { evaluatePolicy } from '../../src/domain/policy/evaluatePolicy';
import { policyOutcomes } from '../../src/domain/policy/policyResult';
import type { Emission } from '../../src/n8n/forEachItem';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';
import { readPolicy } from './readPolicy';

/** The policy was written for another kind of approval. */
class PolicyAreaError extends DomainError {
	readonly code = 'POLICY_AREA';
}

/** Evaluates the policy for one case; the outputs are in the order of the outcomes, mildest first. */
export async function evaluate(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const { record, facts } = readCaseFile(context, itemIndex, ['record', 'facts']);
	const document = await readPolicy(context, itemIndex);
	if (document.area !== record.area) {
		throw new PolicyAreaError(
			`The policy "${document.id}" is for ${document.area}, but the case is for ${record.area}`,
		);
	}
	const now = new Date().toISOString();
	assertInForce(document, now);
	const caseKey = `${record.area}:${record.model}:${record.id}`;
	const policy = await evaluatePolicy(document, facts, { now, caseKey });
	return {
		output: policyOutcomes.indexOf(policy.outcome),
		json: withSections(context, itemIndex, { policy }),
	};
}
