import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { metricFamilies } from '../../src/domain/insights/metricFamilies';
import { openMetricsContentType, openMetricsText } from '../../src/domain/insights/openMetricsText';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { areaParameters, areasFrom } from './sharedParameters';

const parameters = z.object(areaParameters);

/** Counts everything from the first case on, in one call, as text that a scraper reads. */
export async function openMetrics(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const areas = areasFrom(readParameters(context, itemIndex, parameters));
	const ledger = await ledgerFrom(context, itemIndex);
	const counted = await ledger.execute<'figures'>({
		command: 'figures',
		areas,
		fromSeconds: null,
		toSeconds: 0,
		period: null,
	});
	const text = openMetricsText(metricFamilies(counted));
	return { output: 0, json: { text, contentType: openMetricsContentType } };
}
