import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { LinkInvalidError } from '../../src/domain/links/errors';
import { readDashboard, signDashboard } from '../../src/domain/links/links';
import { readParameters } from '../../src/n8n/readParameters';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';

/** In which query parameter a link carries its token. */
const PARAMETER = 'dashboard';

const DAY_SECONDS = 24 * 3_600;

const accessParameter = z.object({
	dashboardAccess: z.enum(['none', 'signedLink']).default('none'),
});

const linkParameters = z.object({
	dashboardUrl: z
		.string()
		.url('must be an address, such as https://n8n.example.com/webhook/approval-dashboard-link')
		.regex(/^https?:/, 'must begin with https:// or http://'),
	dashboardDays: z.number().int().min(1).max(90),
});

/**
 * A link to the dashboard of some areas, for whoever gets it; `null` where none is wanted.
 * @param areas their ids; none for all
 * @param now ISO 8601
 */
export async function dashboardLinkFrom(
	context: IExecuteFunctions,
	itemIndex: number,
	areas: string[],
	now: string,
): Promise<string | null> {
	const { dashboardAccess } = readParameters(context, itemIndex, accessParameter);
	if (dashboardAccess === 'none') return null;
	const { dashboardUrl, dashboardDays } = readParameters(context, itemIndex, linkParameters);
	const { current } = await signingKeysFrom(context, itemIndex);
	const exp = Math.floor(Date.parse(now) / 1_000) + dashboardDays * DAY_SECONDS;
	const link = new URL(dashboardUrl);
	link.searchParams.set(PARAMETER, signDashboard({ areas, exp }, current));
	return link.href;
}

/**
 * What the link of a visitor lets them look at, of what the page shows.
 *
 * @param query of the visit
 * @param areas ids of those that the page shows; none for all
 * @returns ids of areas; none for all
 * @throws {LinkInvalidError | LinkExpiredError} before anything is read from Odoo
 */
export async function areasOfLink(
	context: IExecuteFunctions,
	itemIndex: number,
	query: Readonly<Record<string, unknown>>,
	areas: string[],
): Promise<string[]> {
	const { accepted } = await signingKeysFrom(context, itemIndex);
	const claims = readDashboard(query[PARAMETER], accepted, new Date().toISOString());
	if (claims.areas.length === 0) return areas;
	if (areas.length === 0) return claims.areas;
	const both = claims.areas.filter((area) => areas.includes(area));
	// None would mean all.
	if (both.length === 0)
		throw new LinkInvalidError('The link is for areas that are not shown here');
	return both;
}
