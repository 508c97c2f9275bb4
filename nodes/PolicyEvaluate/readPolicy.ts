import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import type { Policy } from '../../src/domain/policy/policy';
import { factsOfRows, typedRowSchema } from '../../src/domain/policy/factsOfRows';
import { policyFromRows } from '../../src/domain/policy/policyFromRows';
import { withThresholds } from '../../src/domain/policy/policyThresholds';
import { OWN_AREA } from '../../src/n8n/areaOptions';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';
import { ownPolicyBase } from './ownPolicyBase';
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
	ownArea: z.string().trim().optional(),
	rules: z.object({ rows: z.array(typedRowSchema).min(1, 'add at least one row') }),
	policySettings: settingsSchema,
});
const namedOwnArea = z.object({
	ownArea: z.string().min(1, 'name the area as it was set up in Odoo'),
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
	if (given.area === OWN_AREA) {
		throw new ParameterInvalidError(
			'An area of your own has no preset: choose As Table or As JSON',
		);
	}
	return await makeOnce(`preset ${JSON.stringify(given)}`, async () => {
		const { defaultPolicy } = findArea(given.area);
		return await parse(withThresholds(defaultPolicy, given.limits, given.policySettings));
	});
}

/** All but the rules is as in the preset, unless it was set. */
async function readTable(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	const given = readParameters(context, itemIndex, table);
	const base = baseOf(given);
	return await makeOnce(
		`table ${JSON.stringify(given)}`,
		async () =>
			await policyFromRows(given.rules.rows, {
				...base,
				id: 'my-policy',
				...given.policySettings,
				default: { ...base.default, ...given.policySettings.default },
				// Those of the preset are about its own rules.
				examples: [],
			}),
	);
}

/** Everything of the policy but its rules: as in the preset, where the area has one. */
function baseOf({ area, ownArea, rules }: z.infer<typeof table>): Policy {
	if (area !== OWN_AREA) return findArea(area).defaultPolicy;
	const named = parseParameters(namedOwnArea, { ownArea });
	return ownPolicyBase(named.ownArea, factsOfRows(rules.rows));
}
