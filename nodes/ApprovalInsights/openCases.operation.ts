import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { openCasesFrom, secondsLeftToday } from '../../src/domain/insights/openCases';
import { MOST_SECONDS } from '../../src/domain/insights/queue';
import { languages } from '../../src/domain/languages';
import { digestMessage } from '../../src/message/digest/digestMessage';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, listLinksFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { dashboardLinkFrom } from './dashboardLink';
import { areaParameters, areasFrom, instant, secondsSince, zoneFrom } from './sharedParameters';

const parameters = z.object({
	...areaParameters,
	since: instant,
	limit: z.number().int().min(1).max(500),
	insightOptions: z
		.object({ language: z.enum(languages), zone: z.string().trim() })
		.partial()
		.default({}),
});

/** Looks at what waits in Odoo, at what happened since the last look, and at what is broken; in one call. */
export async function openCases(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const { language = 'en' } = given.insightOptions;
	const zone = zoneFrom(given.insightOptions.zone, context);
	const now = new Date().toISOString();
	const areas = areasFrom(given);
	const dashboardUrl = await dashboardLinkFrom(context, itemIndex, areas, now);
	const ledger = await ledgerFrom(context, itemIndex);
	const queue = await ledger.execute<'queue'>({
		command: 'queue',
		areas,
		backSeconds: secondsSince('since', given.since, now, MOST_SECONDS),
		aheadSeconds: secondsLeftToday(now, zone),
		limit: given.limit,
	});
	const listUrl = await listLinksFrom(context, itemIndex);
	const found = openCasesFrom(queue, await recordLinksFrom(context, itemIndex));
	const message = digestMessage(found, {
		language,
		zone,
		casesUrl: listUrl('window_cases'),
		deadLettersUrl: listUrl('window_dead_letters'),
		dashboardUrl,
	});
	return { output: 0, json: { ...found, dashboardUrl, message } };
}
