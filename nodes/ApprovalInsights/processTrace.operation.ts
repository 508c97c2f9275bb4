import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { modelName } from '../../src/domain/events/recordWatch';
import { traceIdSchema } from '../../src/domain/events/traceId';
import { processTraceFrom } from '../../src/domain/insights/processTrace';
import { MOST_TRACED, type Traced, type TracedEvent } from '../../src/domain/insights/trace';
import { languages } from '../../src/domain/languages';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, recordLinksFrom } from '../../src/n8n/odooClientFrom';
import { parseParameters, readParameters } from '../../src/n8n/readParameters';
import { stepWords } from '../../src/page/trace/stepWords';
import { tracePage } from '../../src/page/trace/tracePage';
import { zoneFrom } from './sharedParameters';

/** A number as people and addresses write it. */
const id = z.coerce
	.number({ message: 'must be a whole number' })
	.int()
	.positive()
	// No id of Odoo is larger.
	.max(2_147_483_647);

const parameters = z.object({
	findBy: z.enum(['record', 'traceId', 'caseId']),
	traceModel: z.string().trim().optional(),
	traceRecordId: z.union([z.string().trim(), z.number()]).optional(),
	traceId: z.string().trim().optional(),
	traceCaseId: z.union([z.string().trim(), z.number()]).optional(),
	traceLimit: z.number().int().min(1).max(MOST_TRACED),
	traceOptions: z
		.object({ language: z.enum(languages), zone: z.string().trim() })
		.partial()
		.default({}),
});

const byRecord = z
	.object({ traceModel: modelName, traceRecordId: id })
	.transform(({ traceModel, traceRecordId }) => ({ model: traceModel, recordId: traceRecordId }));
const byCase = z
	.object({ traceCaseId: id })
	.transform(({ traceCaseId }) => ({ caseId: traceCaseId }));
const byTraceId = z.object({
	/** Also as PostgreSQL and other tools write it, in capitals or with hyphens. */
	traceId: z
		.string({ message: 'must be 32 hexadecimal digits' })
		.transform((text) => text.replaceAll('-', '').toLowerCase())
		.pipe(traceIdSchema),
});

/** Follows one event or record on its whole way, in one call, and writes a page about it. */
export async function processTrace(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const given = readParameters(context, itemIndex, parameters);
	const { language = 'en' } = given.traceOptions;
	const zone = zoneFrom(given.traceOptions.zone, context);
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
	const steps = trace.steps.map((step) => ({ ...step, ...stepWords(step, language) }));
	const html = tracePage(trace, { language, zone });
	return { output: 0, json: { ...trace, steps, html } };
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
