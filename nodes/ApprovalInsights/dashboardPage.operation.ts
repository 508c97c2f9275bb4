import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { periodUnitFor } from '../../src/domain/insights/figures';
import { figuresFrom } from '../../src/domain/insights/figuresFrom';
import { openCasesFrom, secondsLeftToday } from '../../src/domain/insights/openCases';
import { MOST_SECONDS } from '../../src/domain/insights/queue';
import type { Language } from '../../src/domain/languages';
import { LinkExpiredError, LinkInvalidError } from '../../src/domain/links/errors';
import { describeArea } from '../../src/n8n/describeArea';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, listLinksFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { OdooError } from '../../src/odoo/errors';
import { dashboardPage, dashboardRefusal } from '../../src/page/dashboard/dashboardPage';
import { areasOfLink } from './dashboardLink';
import { failureOf, type PageAnswer, pageItem, pageLanguage, visitOf } from './pageVisit';
import { areaParameters, areasFrom, instant, secondsSince, zoneFrom } from './sharedParameters';

const parameters = z.object({
	...areaParameters,
	dashboardAccess: z.enum(['before', 'signedLink']),
	since: instant,
	limit: z.number().int().min(1).max(500),
	dashboardOptions: z
		.object({ language: pageLanguage, zone: z.string().trim() })
		.partial()
		.default({}),
});

/**
 * Answers a browser with the dashboard: two calls to Odoo, and none before the link is found good.
 *
 * A visitor always gets a page that can be read. Where Odoo is not there, `failure` says so in the
 * item, so that the workflow can end as failed once the visitor is answered.
 */
export async function dashboard(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const { query, language } = visitOf(context, itemIndex, given.dashboardOptions.language);
	const answer = async (): Promise<PageAnswer> => {
		const shown = areasFrom(given);
		const isLinked = given.dashboardAccess === 'signedLink';
		const areas = isLinked ? await areasOfLink(context, itemIndex, query, shown) : shown;
		const html = await draw(context, itemIndex, given, { areas, language });
		return { status: 200, html, failure: null };
	};
	const answered = await answer().catch((error: unknown) => refusal(error, language));
	return { output: 0, json: pageItem(answered) };
}

async function draw(
	context: IExecuteFunctions,
	itemIndex: number,
	{ since, limit, dashboardOptions }: z.infer<typeof parameters>,
	{ areas, language }: { areas: string[]; language: Language },
): Promise<string> {
	const zone = zoneFrom(dashboardOptions.zone, context);
	const now = new Date().toISOString();
	const backSeconds = secondsSince('since', since, now, MOST_SECONDS);
	const period = { unit: periodUnitFor(backSeconds), zone };
	const ledger = await ledgerFrom(context, itemIndex);
	const [queue, counted] = await Promise.all([
		ledger.execute<'queue'>({
			command: 'queue',
			areas,
			backSeconds,
			aheadSeconds: secondsLeftToday(now, zone),
			limit,
		}),
		ledger.execute<'figures'>({
			command: 'figures',
			areas,
			fromSeconds: backSeconds,
			toSeconds: 0,
			period,
		}),
	]);
	const listUrl = await listLinksFrom(context, itemIndex);
	const open = openCasesFrom(queue, await recordLinksFrom(context, itemIndex));
	return await dashboardPage(
		{ open, figures: figuresFrom(counted, period), unit: period.unit },
		{
			language,
			zone,
			areaLabels: areas.map((area) => counted.labels.area[area] ?? describeArea(area).label),
			casesUrl: listUrl('window_cases'),
			deadLettersUrl: listUrl('window_dead_letters'),
		},
	);
}

/** Faults of the workflow itself are for whoever makes it, and go on as they are. */
function refusal(error: unknown, language: Language): PageAnswer {
	if (error instanceof LinkExpiredError)
		return { ...dashboardRefusal('expired', language), failure: null };
	if (error instanceof LinkInvalidError)
		return { ...dashboardRefusal('invalid', language), failure: null };
	if (!(error instanceof OdooError)) throw error;
	return { ...dashboardRefusal('unavailable', language), failure: failureOf(error) };
}
