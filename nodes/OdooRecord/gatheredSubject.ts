import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Area, Gathered } from '../../src/domain/areas/Area';
import { builtInArea, findArea } from '../../src/domain/areas/areas';
import { gatherOwn } from '../../src/domain/areas/ownArea/gatherOwn';
import {
	ownFactSchema,
	ownReadingSchema,
	specificationOf,
} from '../../src/domain/areas/ownArea/OwnReading';
import { modelName } from '../../src/domain/events/recordWatch';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { NO_AREA } from '../../src/domain/events/eventSection';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import {
	ParameterInvalidError,
	parseParameters,
	readParameters,
} from '../../src/n8n/readParameters';

type Read = Extract<CommandResults['gather'], { status: 'gathered' }>;

/** Which record is read, what is asked of Odoo, and what is made of the answer. */
export interface Subject extends Pick<
	CommandOf<'gather'>,
	'outboxId' | 'model' | 'recordId' | 'specification' | 'related'
> {
	area: string;
	gather(answer: Read): Gathered;
}

const parameters = z.object({
	source: z.enum(['event', 'record']),
	reading: z.enum(['area', 'own']).default('area'),
	area: z.string().optional(),
	ownArea: z.string().trim().optional(),
	ownModel: z.string().trim().optional(),
	recordId: z.coerce.number().int().positive().optional(),
});

const namedRecord = z.object({ area: z.string(), recordId: z.number() });
const ownRecord = z.object({
	ownArea: z.string().min(1, 'name the area as it was set up in Odoo'),
	ownModel: modelName,
	recordId: z.number(),
});
const ownFields = z.object({
	ownFacts: z.object({ rows: z.array(ownFactSchema).default([]) }).default({}),
	ownOptions: ownReadingSchema.omit({ facts: true }).default({}),
});

/**
 * What the node's fields say is to be read for one item.
 *
 * @throws {UnknownAreaError | ParameterInvalidError} nothing says how records of the area are read
 */
export function readSubject(context: IExecuteFunctions, itemIndex: number): Subject {
	const given = readParameters(context, itemIndex, parameters);
	if (given.source === 'event') return ofEvent(context, itemIndex, given.reading === 'own');
	if (given.reading === 'own') {
		const { ownArea, ownModel, recordId } = parseParameters(ownRecord, given);
		return own(context, itemIndex, { outboxId: null, area: ownArea, model: ownModel, recordId });
	}
	const { area, recordId } = parseParameters(namedRecord, given);
	return builtIn(findArea(area), { outboxId: null, recordId });
}

function ofEvent(context: IExecuteFunctions, itemIndex: number, isOwn: boolean): Subject {
	const { event } = readCaseFile(context, itemIndex, ['event']);
	const area = builtInArea(event.area);
	if (area) return builtIn(area, event);
	if (event.area === NO_AREA || !isOwn) {
		throw new ParameterInvalidError(
			event.area === NO_AREA
				? 'The event belongs to no approval area. Name one of the areas in event.area first, as the templates do'
				: `"${event.area}" is an area of your own: set What Is Read to "What I Choose", and add its facts`,
		);
	}
	return own(context, itemIndex, event);
}

function builtIn(
	area: Area,
	{ outboxId, recordId }: Pick<Subject, 'outboxId' | 'recordId'>,
): Subject {
	const { id, model, specification, related } = area;
	return {
		...{ outboxId, recordId, area: id, model, specification, related },
		gather: (answer) => area.gather(answer, answer.at),
	};
}

function own(
	context: IExecuteFunctions,
	itemIndex: number,
	{ outboxId, area, model, recordId }: Pick<Subject, 'outboxId' | 'area' | 'model' | 'recordId'>,
): Subject {
	const { ownFacts, ownOptions } = readParameters(context, itemIndex, ownFields);
	const reading = parseParameters(ownReadingSchema, { facts: ownFacts.rows, ...ownOptions });
	return {
		...{ outboxId, recordId, area, model, related: {} },
		specification: specificationOf(reading),
		gather: (answer) => {
			const { watched } = answer;
			if (watched) return gatherOwn(reading, { ...answer, watched }, model);
			throw new ParameterInvalidError(
				`The area "${area}" is not set up in this Odoo. Run Set Up Odoo with it first`,
			);
		},
	};
}
