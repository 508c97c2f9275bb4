import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { modelName } from '../../src/domain/events/recordWatch';
import { traceIdSchema } from '../../src/domain/events/traceId';
import { processTraceFrom } from '../../src/domain/insights/processTrace';
import { MOST_TRACED, type Traced, type TracedEvent } from '../../src/domain/insights/trace';
import type { Language } from '../../src/domain/languages';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';
import { OdooError } from '../../src/odoo/errors';
import { stepWords } from '../../src/page/trace/stepWords';
import type { TraceReader } from '../../src/page/trace/TraceReader';
import { tracePage, traceRefusal } from '../../src/page/trace/tracePage';
import { failureOf, type PageAnswer, pageItem, pageLanguage, visitOf } from './pageVisit';
import { zoneFrom } from './sharedParameters';

/** A number as people and addresses write it. */
const id = z.union([z.string().trim(), z.number()], { message: 'must be a whole number' }).pipe(
	z.coerce
		.number({ message: 'must be a whole number' })
		.int()
		.positive()
		// No id of Odoo is larger.
		.max(2_147_483_647),
);

const parameters = z.object({
	findBy: z.enum(['record', 'traceId', 'caseId']),
	// Of these one is asked for; an address that somebody typed in may say anything here.
	traceModel: z.unknown(),
	traceRecordId: z.unknown(),
	traceId: z.unknown(),
	traceCaseId: z.unknown(),
	traceLimit: z.number().int().min(1).max(MOST_TRACED),
	traceOptions: z
		.object({
			language: pageLanguage,
			zone: z.string().trim(),
			onRefusal: z.enum(['fail', 'page']),
		})
		.partial()
		.default({}),
});

const byRecord = z
	.object({ traceModel: z.string().trim().pipe(modelName), traceRecordId: id })
	.transform(({ traceModel, traceRecordId }) => ({ model: traceModel, recordId: traceRecordId }));
const byCase = z
	.object({ traceCaseId: id })
	.transform(({ traceCaseId }) => ({ caseId: traceCaseId }));
const byTraceId = z.object({
	/** Also as PostgreSQL and other tools write it, in capitals or with hyphens. */
	traceId: z
		.string({ message: 'must be 32 hexadecimal digits' })
		.trim()
		.transform((text) => text.replaceAll('-', '').toLowerCase())
		.pipe(traceIdSchema),
});

/**
 * Follows one event or record on its whole way, in one call, and writes a page about it.
 *
 * Where nobody can look, a browser may be given a page that says so instead: 400 where the address
 * names nothing, 503 where Odoo is not there.
 */
export async function processTrace(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const { onRefusal = 'fail', language: chosen, zone: shown } = given.traceOptions;
	const { language } = visitOf(context, itemIndex, chosen);
	const zone = zoneFrom(shown, context);
	const followed = follow(context, itemIndex, given, { language, zone });
	if (onRefusal === 'fail') return { output: 0, json: await followed };
	const refused = (error: unknown) => pageItem(refusal(error, language));
	return { output: 0, json: await followed.catch(refused) };
}

async function follow(
	context: IExecuteFunctions,
	itemIndex: number,
	given: z.infer<typeof parameters>,
	reader: TraceReader,
): Promise<IDataObject> {
	const about = aboutFrom(given);
	const ledger = await ledgerFrom(context, itemIndex);
	const known = await ledger.execute<'trace'>({
		command: 'trace',
		about,
		limit: given.traceLimit,
	});
	const trace = processTraceFrom(known, about, {
		linkTo: await recordLinksFrom(context, itemIndex),
		executionUrl: executionLinks(context),
	});
	const steps = trace.steps.map((step) => ({ ...step, ...stepWords(step, reader.language) }));
	const status = trace.found ? 200 : 404;
	const page = pageItem({ status, html: tracePage(trace, reader), failure: null });
	return { ...trace, steps, ...page };
}

/** Faults of the workflow itself are for whoever makes it, and go on as they are. */
function refusal(error: unknown, language: Language): PageAnswer {
	if (error instanceof ParameterInvalidError)
		return { ...traceRefusal('unaskable', language), failure: null };
	if (!(error instanceof OdooError)) throw error;
	return { ...traceRefusal('unavailable', language), failure: failureOf(error) };
}

/** @throws {ParameterInvalidError} */
function aboutFrom(given: z.infer<typeof parameters>): Traced {
	if (given.findBy === 'record') return parseParameters(byRecord, given);
	return parseParameters(given.findBy === 'caseId' ? byCase : byTraceId, given);
}

/** Where this n8n shows the execution of an event; those of another n8n are not here. */
function executionLinks(context: IExecuteFunctions): (event: TracedEvent) => string | null {
	const [own, base] = [context.getInstanceId(), context.getInstanceBaseUrl()];
	return ({ executionId, workflowId, instance }) => {
		if (executionId === null || workflowId === null || instance !== own) return null;
		const path = [workflowId, 'executions', executionId].map(encodeURIComponent).join('/');
		return new URL(`workflow/${path}`, base).href;
	};
}
