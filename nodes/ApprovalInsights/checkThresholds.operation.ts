import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { casesToList, checkThresholds as check } from '../../src/domain/insights/thresholds';
import { languages } from '../../src/domain/languages';
import { alertMessage, alertUrl } from '../../src/message/alert/alertMessage';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, listLinksFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { areaParameters, areasFrom, zoneFrom } from './sharedParameters';

const HOUR_SECONDS = 3_600;

const parameters = z.object({
	...areaParameters,
	oldestWaiting: z.number().nonnegative(),
	overdueCases: z.number().int().min(0).max(499),
	deadLetters: z.number().int().nonnegative(),
	outboxLag: z.number().nonnegative(),
	lateDecisions: z.number().min(0).max(100),
	thresholdOptions: z
		.object({
			leastDecisions: z.number().int().positive(),
			decisionHours: z.number().int().min(1).max(8_760),
			language: z.enum(languages),
			zone: z.string().trim(),
		})
		.partial()
		.default({}),
});

/** Compares what is now with what is still fine: one item for each threshold, in two calls. */
export async function checkThresholds(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission[]> {
	const { thresholdOptions, ...given } = readParameters(context, itemIndex, parameters);
	const { leastDecisions = 10, decisionHours = 24, language = 'en' } = thresholdOptions;
	const zone = zoneFrom(thresholdOptions.zone, context);
	const thresholds = { ...given, leastDecisions };
	const areas = areasFrom(given);
	const ledger = await ledgerFrom(context, itemIndex);
	const [queue, { decided }] = await Promise.all([
		ledger.execute<'queue'>({
			command: 'queue',
			areas,
			backSeconds: HOUR_SECONDS,
			aheadSeconds: 0,
			limit: casesToList(thresholds),
		}),
		ledger.execute<'figures'>({
			command: 'figures',
			areas,
			fromSeconds: decisionHours * HOUR_SECONDS,
			toSeconds: 0,
			period: null,
		}),
	]);
	const listUrl = await listLinksFrom(context, itemIndex);
	const total = decided.find(({ by }) => by === 'all');
	return check(queue, total, thresholds).map((one) => ({
		output: 0,
		json: {
			...one,
			at: queue.at,
			url: alertUrl(one.alert, { listUrl }),
			message: alertMessage(one, queue.at, { language, zone, listUrl }),
		},
	}));
}
