import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { comparing, findingsFrom } from '../../src/domain/insights/finding/findingsFrom';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { areaParameters, areasFrom } from './sharedParameters';

const DAY_SECONDS = 86_400;

const parameters = z.object({
	...areaParameters,
	recentDays: z.number().int().min(1).max(90),
	baseDays: z.number().int().min(7).max(730),
});

/** Compares the last days with the time before them, and tells what stands out; in one call. */
export async function anomalies(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const ledger = await ledgerFrom(context, itemIndex);
	const comparisons = await ledger.execute<'anomalies'>(
		comparing({
			areas: areasFrom(given),
			recentSeconds: given.recentDays * DAY_SECONDS,
			baseSeconds: given.baseDays * DAY_SECONDS,
		}),
	);
	const linkTo = await recordLinksFrom(context, itemIndex);
	const findings = findingsFrom(comparisons, linkTo);
	const { at, recentFrom, baseFrom } = comparisons;
	return { output: 0, json: { at, recentFrom, baseFrom, count: findings.length, findings } };
}
