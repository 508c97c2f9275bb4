import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import { parsePolicy } from '../../src/domain/policy/parsePolicy';
import type { Policy } from '../../src/domain/policy/policy';
import { policyFromRows, policyRowSchema } from '../../src/domain/policy/policyFromRows';
import { policyOutcomes } from '../../src/domain/policy/policyResult';
import { thresholdsOf, withThresholds } from '../../src/domain/policy/policyThresholds';
import { readParameters } from '../../src/n8n/readParameters';
import { BoundedMemory } from '../../src/odoo/BoundedMemory';

const source = z.object({ policySource: z.enum(['preset', 'table', 'json']) });
const preset = z.object({ area: z.string() });
const table = z.object({
	area: z.string(),
	policyId: z.string().trim().min(1),
	policyVersion: z.string().trim().min(1),
	rules: z.object({ rows: z.array(policyRowSchema).default([]) }),
	defaultOutcome: z.enum(policyOutcomes),
	defaultRole: z.string().trim().default(''),
	defaultSlaClass: z.string().trim().min(1),
});

/** The editor gives text; an expression may give the document itself. */
const policyDocument = z.unknown().transform((given, refinement): unknown => {
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given);
	} catch {
		refinement.addIssue({ code: 'custom', message: 'is not JSON' });
		return z.NEVER;
	}
});
const document = z.object({ policyDocument });

/** Policies that have been checked, by their text: their worked examples need not run for each item. */
const checked = new BoundedMemory<Promise<Policy>>({ size: 100 });

/** The policy that the node's fields describe. @throws {PolicyInvalidError} */
export async function readPolicy(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	switch (readParameters(context, itemIndex, source).policySource) {
		case 'preset':
			return await readPreset(context, itemIndex);
		case 'table':
			return await readTable(context, itemIndex);
		case 'json':
			return await parseOnce(readParameters(context, itemIndex, document).policyDocument);
	}
}

async function readPreset(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	const { defaultPolicy } = findArea(readParameters(context, itemIndex, preset).area);
	const limits = thresholdsOf(defaultPolicy).map(
		({ name }) => [name, z.number().finite()] as const,
	);
	const values = readParameters(context, itemIndex, z.object(Object.fromEntries(limits)));
	return await parseOnce(withThresholds(defaultPolicy, values));
}

async function readTable(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	const given = readParameters(context, itemIndex, table);
	const { id: area, factDeclarations: facts } = findArea(given.area);
	return await policyFromRows(given.rules.rows, {
		id: given.policyId,
		version: given.policyVersion,
		area,
		facts,
		default: {
			outcome: given.defaultOutcome,
			slaClass: given.defaultSlaClass,
			...(given.defaultRole !== '' && { role: given.defaultRole }),
		},
	});
}

async function parseOnce(policy: unknown): Promise<Policy> {
	const text = JSON.stringify(policy);
	return await checked.recall(text, 0, () => {
		const parsing = parsePolicy(policy);
		parsing.catch(() => {
			checked.forget(text);
		});
		return parsing;
	});
}
