import type { IExecuteFunctions } from 'n8n-workflow';
import { policyHash } from '../../src/domain/policy/compilePolicy';
import type { Emission } from '../../src/n8n/forEachItem';
import { readPolicy } from './readPolicy';

/**
 * The policy as one document, however it is written in the node: to keep it in Git or in Odoo, or to go
 * on writing it as JSON.
 */
export async function getDocument(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const document = await readPolicy(context, itemIndex);
	return { output: 0, json: { document, hash: policyHash(document) } };
}
