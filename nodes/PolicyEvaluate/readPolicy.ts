import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import type { Policy } from '../../src/domain/policy/policy';
import { policyFromRows, policyRowSchema } from '../../src/domain/policy/policyFromRows';
import { withThresholds } from '../../src/domain/policy/policyThresholds';
import { readParameters } from '../../src/n8n/readParameters';
import { makeOnce, parse, readDocument } from './policyDocument';
import { settingsSchema } from './policySettings';

const source = z.object({ policySource: z.enum(['preset', 'table', 'json']) });
const preset = z.object({
	area: z.string(),
	limits: z.record(z.number().finite()).default({}),
	policySettings: settingsSchema,
});
const table = z.object({
	area: z.string(),
	rules: z.object({ rows: z.array(policyRowSchema).min(1, 'add at least one row') }),
	policySettings: settingsSchema,
});
const document = z.object({ policyDocument: z.unknown() });

/** The policy that the node's fields describe. @throws {PolicyInvalidError} */
export async function readPolicy(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	switch (readParameters(context, itemIndex, source).policySource) {
		case 'preset':
			return await readPreset(context, itemIndex);
		case 'table':
			return await readTable(context, itemIndex);
		case 'json':
			return await readDocument(readParameters(context, itemIndex, document).policyDocument);
	}
}

async function readPreset(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	const given = readParameters(context, itemIndex, preset);
	return await makeOnce(`preset ${JSON.stringify(given)}`, async () => {
		const { defaultPolicy } = findArea(given.area);
		return await parse(withThresholds(defaultPolicy, given.limits, given.policySettings));
	});
}

/** All but the rules is as in the preset, unless it was set. */
async function readTable(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	const given = readParameters(context, itemIndex, table);
	const { defaultPolicy } = findArea(given.area);
	return await makeOnce(
		`table ${JSON.stringify(given)}`,
		async () =>
			await policyFromRows(given.rules.rows, {
				...defaultPolicy,
				id: 'my-policy',
				...given.policySettings,
				default: { ...defaultPolicy.default, ...given.policySettings.default },
				// Those of the preset are about its own rules.
				examples: [],
			}),
	);
}
