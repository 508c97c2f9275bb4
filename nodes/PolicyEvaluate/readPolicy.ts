import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import type { Policy } from '../../src/domain/policy/policy';
import { policyFromRows, policyRowSchema } from '../../src/domain/policy/policyFromRows';
import { policyOutcomes } from '../../src/domain/policy/policyResult';
import {
	thresholdsOf,
	withThresholds,
	type PolicySettings,
} from '../../src/domain/policy/policyThresholds';
import { readParameters } from '../../src/n8n/readParameters';
import { documentSchema, makeOnce, readDocument } from './policyDocument';

const source = z.object({ policySource: z.enum(['preset', 'table', 'json']) });
const optionalText = z.string().trim().default('');

const settings = z
	.object({
		currency: optionalText,
		nearMissPercent: z.number().optional(),
		samplingPercent: z.number().default(0),
		samplingRole: optionalText,
		timeZone: optionalText,
		validFrom: optionalText,
		validUntil: optionalText,
	})
	.default({})
	.transform(toSettings);

const preset = z.object({ area: z.string(), policySettings: settings });
const table = z.object({
	area: z.string(),
	policyId: z.string().trim().min(1),
	policyVersion: z.string().trim().min(1),
	rules: z.object({ rows: z.array(policyRowSchema).default([]) }),
	defaultOutcome: z.enum(policyOutcomes),
	defaultRole: optionalText,
	defaultSlaClass: z.string().trim().min(1),
	policySettings: settings,
});
const document = z.object({ policyDocument: documentSchema });

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
	const { defaultPolicy } = findArea(given.area);
	const limits = thresholdsOf(defaultPolicy).map(
		({ name }) => [name, z.number().finite()] as const,
	);
	const values = readParameters(context, itemIndex, z.object(Object.fromEntries(limits)));
	return await readDocument(withThresholds(defaultPolicy, values, given.policySettings));
}

async function readTable(context: IExecuteFunctions, itemIndex: number): Promise<Policy> {
	const given = readParameters(context, itemIndex, table);
	const { id: area, factDeclarations: facts } = findArea(given.area);
	return await makeOnce(JSON.stringify(given), async () =>
		policyFromRows(given.rules.rows, {
			id: given.policyId,
			version: given.policyVersion,
			area,
			facts,
			currency: 'company',
			...given.policySettings,
			default: {
				outcome: given.defaultOutcome,
				slaClass: given.defaultSlaClass,
				...(given.defaultRole !== '' && { role: given.defaultRole }),
			},
		}),
	);
}

/** Fields that are empty say nothing. */
function toSettings({
	samplingPercent,
	samplingRole,
	nearMissPercent,
	...texts
}: {
	samplingPercent: number;
	samplingRole: string;
	nearMissPercent?: number | undefined;
	currency: string;
	timeZone: string;
	validFrom: string;
	validUntil: string;
}): PolicySettings {
	const filled = Object.entries(texts).filter(([, text]) => text !== '');
	return {
		...Object.fromEntries(filled),
		...(nearMissPercent !== undefined && { nearMissPercent }),
		...(samplingPercent > 0 && {
			sampling: {
				percent: samplingPercent,
				...(samplingRole !== '' && { role: samplingRole }),
			},
		}),
	};
}
