import type { IHookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CommandOf } from '../../src/domain/case/commands';
import {
	conditionOperators,
	domainFromConditions,
	type ConditionName,
} from '../../src/domain/events/domainFromConditions';
import { typedValue } from '../../src/domain/events/fieldValues';
import { findDomainProblems } from '../../src/domain/events/findDomainProblems';
import { findSendProblems, findWatchProblems } from '../../src/domain/events/findWatchProblems';
import type { ModelFields } from '../../src/domain/events/modelFields';
import type { OdooDomain } from '../../src/domain/events/odooDomain';
import { parseDomainText } from '../../src/domain/events/parseDomainText';
import {
	recordEvents,
	recordWatchSchema,
	type RecordWatch,
} from '../../src/domain/events/recordWatch';
import { ParameterInvalidError, parseParameters } from '../../src/n8n/readParameters';
import { pickedSchema, readFields } from './listening';

/** What a subscription asks for beyond its identity. */
export type Demand = Pick<CommandOf<'subscribe'>, 'watch' | 'filter' | 'sendFields'>;

const minutesOf = { minutes: 1, hours: 60, days: 24 * 60 };

const operators = Object.keys(conditionOperators) as [ConditionName, ...ConditionName[]];

const recordParameters = z.object({
	recordEvent: z.enum(recordEvents),
	watchedFields: z.array(z.string()).default([]),
	stateField: z.string().default(''),
	stateValue: pickedSchema.default(''),
	dateField: z.string().default(''),
	amount: z.number().int().nonnegative().default(0),
	unit: z.enum(['minutes', 'hours', 'days']).default('days'),
	direction: z.enum(['before', 'after']).default('before'),
	filterMode: z.enum(['none', 'conditions', 'domain']).default('none'),
	match: z.enum(['all', 'any']).default('all'),
	conditions: z
		.object({
			rows: z
				.array(
					z.object({
						field: z.string(),
						operator: z.enum(operators),
						value: pickedSchema.default(''),
					}),
				)
				.default([]),
		})
		.default({}),
	domain: z.string().default(''),
	sendFields: z.array(z.string()).default([]),
});

type RecordParameters = z.infer<typeof recordParameters>;

/**
 * What the fields of the node ask for about records of any model.
 *
 * @throws {ParameterInvalidError | DomainTextError} says everything that the model does not allow
 */
export function readRecordDemand(
	context: IHookFunctions,
	model: string,
	fields: ModelFields,
): Demand {
	const given = parseParameters(
		recordParameters,
		readFields(context, Object.keys(recordParameters.shape)),
	);
	const { sendFields } = given;
	const watch = watchOf(given, model, fields);
	const filter = filterOf(given, fields);
	refuse([
		...findWatchProblems(watch, fields),
		...findDomainProblems(filter, fields),
		...findSendProblems(sendFields, fields),
	]);
	return { watch, filter, sendFields };
}

/** What a domain in the options, and the companies chosen there, let through. */
export function limitedTo(
	{ companies, domain }: { companies: readonly number[]; domain: string },
	model: string,
	fields: ModelFields,
): OdooDomain {
	if (companies.length > 0 && !fields.has('company_id')) {
		refuse([`Records of ${model} belong to no company: take out Companies`]);
	}
	const filter = domain.trim() === '' ? [] : parseDomainText(domain);
	refuse(findDomainProblems(filter, fields));
	if (companies.length === 0) return filter;
	// A record without a company is everybody's.
	return ['|', ['company_id', '=', false], ['company_id', 'in', [...companies]], ...filter];
}

function watchOf(given: RecordParameters, model: string, fields: ModelFields): RecordWatch {
	const { recordEvent: event, stateField, stateValue, dateField, amount, unit, direction } = given;
	if (event === 'updated' && given.watchedFields.length === 0) {
		refuse(['Watched Fields: choose at least one']);
	}
	const stated = fields.get(stateField);
	return parseParameters(recordWatchSchema, {
		event,
		model,
		fields: given.watchedFields,
		field: event === 'due' ? dateField : stateField,
		value: stated ? typedValue(stateValue, stated) : stateValue,
		offsetMinutes: amount * minutesOf[unit] * (direction === 'after' ? 1 : -1),
	});
}

function filterOf(given: RecordParameters, fields: ModelFields): OdooDomain {
	switch (given.filterMode) {
		case 'none':
			return [];
		case 'conditions':
			return domainFromConditions(given.conditions.rows, given.match, fields);
		case 'domain':
			return parseDomainText(given.domain);
	}
}

function refuse(problems: readonly string[]): void {
	if (problems.length > 0) throw new ParameterInvalidError(problems.join('; '));
}
