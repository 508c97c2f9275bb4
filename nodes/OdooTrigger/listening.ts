import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import { NO_AREA, type EventSection, type EventType } from '../../src/domain/events/eventSection';
import { recordEvents } from '../../src/domain/events/recordWatch';
import type { SubscriptionIdentity } from '../../src/domain/events/subscription';
import { ParameterInvalidError, parseParameters } from '../../src/n8n/readParameters';
import { ownAreaIds } from '../../src/n8n/ownAreaIds';

export type ParameterContext = Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter'>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What was picked from a list or typed, as text; the editor keeps how beside it. */
export const pickedSchema = z
	.union([scalar, z.object({ value: scalar.nullable() }).transform(({ value }) => value ?? '')])
	.transform((value) => String(value).trim());

const parameters = z.discriminatedUnion('event', [
	z.object({
		event: z.literal('recordNeedsApproval'),
		areas: z.array(z.string()),
		ownAreas: ownAreaIds,
	}),
	z.object({ event: z.literal('caseDecided'), caseAreas: z.array(z.string()) }),
	z.object({
		event: z.literal('recordChanges'),
		model: pickedSchema.pipe(z.string().min(1, 'choose a model')),
		recordEvent: z.enum(recordEvents),
		sendFields: z.array(z.string()).default([]),
	}),
]);

const names = ['event', 'areas', 'ownAreas', 'caseAreas', 'model', 'recordEvent', 'sendFields'];

/** Stands for every area. */
const ALL = '*';

/** One thing that the node listens for, at one address. */
export interface Listening extends SubscriptionIdentity {
	/** What has to have happened. */
	type: EventType;
	/** Model of the records; `null` for cases. */
	model: string | null;
	/** Whether values of the record are sent along. */
	hasValues: boolean;
}

/** What the node listens for. It is asked for each webhook, so it takes the parameters alone. */
export function readListenings(context: ParameterContext, url: string): Listening[] {
	const given = parseParameters(parameters, readFields(context, names));
	switch (given.event) {
		case 'recordNeedsApproval':
			return listeningsTo(given, url);
		case 'recordChanges': {
			const { model, recordEvent: type, sendFields } = given;
			return [
				{ topic: 'record', area: NO_AREA, url, type, model, hasValues: sendFields.length > 0 },
			];
		}
		case 'caseDecided':
			return (given.caseAreas.length === 0 ? [ALL] : given.caseAreas).map((area) => ({
				topic: 'case',
				area,
				url,
				type: 'case_changed',
				model: null,
				hasValues: false,
			}));
	}
}

/** @throws {ParameterInvalidError | UnknownAreaError} */
function listeningsTo(
	{ areas, ownAreas }: { areas: string[]; ownAreas: string[] },
	url: string,
): Listening[] {
	if (areas.length + ownAreas.length === 0) {
		throw new ParameterInvalidError('Approval Areas: choose at least one, or name one of your own');
	}
	// Which records an area of the house's own is about is only known in Odoo.
	const models = [
		...areas.map((area) => [area, findArea(area).model] as const),
		...ownAreas.map((area) => [area, null] as const),
	];
	return models.map(([area, model]) => ({
		...{ topic: 'record', area, url, type: 'saved', model, hasValues: false },
	}));
}

/** Whether an event is what the node listens for. */
export function covers(listening: Listening, event: EventSection): boolean {
	const { topic, area, type, model } = listening;
	return (
		topic === event.topic &&
		type === event.type &&
		(area === ALL || area === event.area) &&
		(model === null || model === event.model)
	);
}

/** Values of fields by name; those that the editor hides are left out. */
export function readFields(
	context: ParameterContext,
	fields: readonly string[],
): Record<string, unknown> {
	return Object.fromEntries(
		fields.map((name) => [name, context.getNodeParameter(name, null) ?? undefined]),
	);
}
