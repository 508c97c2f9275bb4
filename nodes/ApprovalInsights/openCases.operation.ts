import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import { openCasesFrom, secondsLeftToday } from '../../src/domain/insights/openCases';
import { MOST_SECONDS } from '../../src/domain/insights/queue';
import { languages } from '../../src/domain/languages';
import { timeZoneSchema } from '../../src/domain/timeZone';
import { digestMessage } from '../../src/message/digest/digestMessage';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, listLinksFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';
import { ownAreaIds } from '../../src/n8n/ownAreaIds';

const instant = z
	.string()
	.refine(
		(text) => !Number.isNaN(Date.parse(text)),
		'must be a date, such as 2026-01-31T07:30:00Z',
	);

const parameters = z.object({
	areas: z.array(z.string()),
	ownAreas: ownAreaIds,
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
	const ledger = await ledgerFrom(context, itemIndex);
	const queue = await ledger.execute<'queue'>({
		command: 'queue',
		areas: [...given.areas.map((area) => findArea(area).id), ...given.ownAreas],
		backSeconds: secondsSince(given.since, now),
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
	});
	return { output: 0, json: { ...found, message } };
}

/** The zone of the workflow where none was given. */
function zoneFrom(given: string | undefined, context: IExecuteFunctions): string {
	return parseParameters(z.object({ zone: timeZoneSchema }), {
		zone: given || context.getTimezone(),
	}).zone;
}

/** Rounded up, so that two looks in a row leave no gap between them. */
function secondsSince(since: string, now: string): number {
	const seconds = Math.ceil((Date.parse(now) - Date.parse(since)) / 1_000);
	if (seconds <= 0) throw new ParameterInvalidError('since: must be in the past');
	if (seconds <= MOST_SECONDS) return seconds;
	throw new ParameterInvalidError('since: must be within the last 366 days');
}
