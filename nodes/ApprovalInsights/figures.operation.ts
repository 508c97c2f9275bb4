import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { MOST_HISTORY_SECONDS, periodUnits } from '../../src/domain/insights/figures';
import { figuresFrom } from '../../src/domain/insights/figuresFrom';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { ParameterInvalidError, readParameters } from '../../src/n8n/readParameters';
import { areaParameters, areasFrom, instant, secondsSince, zoneFrom } from './sharedParameters';

/** More periods than that are no figures but a list. */
const MOST_PERIODS = 750;

const secondsIn = { hour: 3_600, day: 86_400, week: 604_800, month: 2_419_200 } as const;

const parameters = z.object({
	...areaParameters,
	from: instant,
	until: z.union([z.literal(''), instant]),
	period: z.enum([...periodUnits, 'none']),
	figureOptions: z.object({ zone: z.string().trim() }).partial().default({}),
});

/** Counts what was asked, decided and done in a time, and what waits now; in one call. */
export async function figures(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const zone = zoneFrom(given.figureOptions.zone, context);
	const now = new Date().toISOString();
	const fromSeconds = secondsSince('from', given.from, now, MOST_HISTORY_SECONDS);
	const toSeconds = given.until === '' ? 0 : secondsUntil(given.until, now);
	if (toSeconds >= fromSeconds) throw new ParameterInvalidError('until: must be after From');
	const period = given.period === 'none' ? null : { unit: given.period, zone };
	if (period && (fromSeconds - toSeconds) / secondsIn[period.unit] > MOST_PERIODS)
		throw new ParameterInvalidError(
			`period: so long a time has more than ${String(MOST_PERIODS)} of them; choose a longer one`,
		);
	const ledger = await ledgerFrom(context, itemIndex);
	const counted = await ledger.execute<'figures'>({
		command: 'figures',
		areas: areasFrom(given),
		fromSeconds,
		toSeconds,
		period,
	});
	return { output: 0, json: { ...figuresFrom(counted, period) } };
}

/** Rounded up, as the beginning is; the future is not told of. */
function secondsUntil(until: string, now: string): number {
	return Math.max(0, Math.ceil((Date.parse(now) - Date.parse(until)) / 1_000));
}
