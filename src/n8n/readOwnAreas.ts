import { z } from 'zod';
import { type OwnArea, ownAreaSchema, type OwnEffect } from '../domain/areas/ownArea/OwnArea';
import { DomainError } from '../domain/errors';
import { describeUnfit, typedValue } from '../domain/events/fieldValues';
import type { ModelFields } from '../domain/events/modelFields';
import { parseDomainText } from '../domain/events/parseDomainText';
import { readModelFields } from './readModelFields';
import { ParameterInvalidError, parseParameters } from './readParameters';
import { splitByComma } from './splitByComma';
import { findOwnAreaProblems } from '../odoo/blueprint/ownAreas';
import { OdooRequestError } from '../odoo/errors';
import type { OdooClient } from '../odoo/OdooClient';

/** How the parameters of a decision begin, and what people call it. */
export const ownDecisions = [
	{ decision: 'approved', prefix: 'onApproval', words: 'On Approval' },
	{ decision: 'rejected', prefix: 'onRejection', words: 'On Rejection' },
	{ decision: 'sent_back', prefix: 'onSendingBack', words: 'On Sending Back' },
] as const;

const text = z.coerce.string().default('');

/** One own area as it was typed in. */
const row = z
	.object({ id: text, label: text, model: text, asks: z.string().default('changed') })
	.extend({ fields: text, domain: text, hold: text })
	.catchall(z.unknown());

export const ownAreasSchema = z.object({ rows: z.array(row).default([]) }).default({});

type Row = z.infer<typeof row>;

/**
 * Reads the areas that an administrator described, and checks them against the models of this Odoo.
 *
 * @throws {ParameterInvalidError} names the area, and everything about it that does not fit
 */
export async function readOwnAreas(
	{ rows }: z.infer<typeof ownAreasSchema>,
	client: OdooClient,
): Promise<OwnArea[]> {
	const ids = rows.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) throw new ParameterInvalidError(`Own Areas: "${twice}" is there twice`);
	const read: OwnArea[] = [];
	for (const one of rows) {
		try {
			read.push(await readOne(one, client));
		} catch (error) {
			if (!(error instanceof DomainError)) throw error;
			throw new ParameterInvalidError(`Own Area "${one.id}": ${error.message}`);
		}
	}
	return read;
}

async function readOne(given: Row, client: OdooClient): Promise<OwnArea> {
	const fields = await fieldsOf(given.model, client);
	const effects = ownDecisions.map(({ decision, prefix }) => [
		decision,
		effectOf(given, prefix, fields),
	]);
	const area = parseParameters(ownAreaSchema, {
		...given,
		fields: splitByComma(given.fields),
		domain: given.domain.trim() === '' ? [] : parseDomainText(given.domain),
		hold: given.hold.trim() === '' ? null : parseDomainText(given.hold),
		effects: Object.fromEntries(effects) as Record<string, OwnEffect>,
	});
	const problems = findOwnAreaProblems(area, fields);
	if (problems.length > 0) throw new ParameterInvalidError(problems.join('; '));
	return area;
}

async function fieldsOf(model: string, client: OdooClient): Promise<ModelFields> {
	try {
		return await readModelFields(client, model);
	} catch (error) {
		if (!(error instanceof OdooRequestError)) throw error;
		throw new ParameterInvalidError(`this Odoo has no model "${model}" (${error.message})`);
	}
}

function effectOf(given: Row, prefix: string, fields: ModelFields): unknown {
	const typed = (name: string) => text.parse(given[prefix + name] ?? '').trim();
	const kind = given[prefix] ?? 'leave';
	const field = typed('Field');
	const value = typed('Value');
	if (kind === 'call') {
		const expect = field === '' ? null : { field, values: splitByComma(value) };
		return { kind, method: typed('Method'), expect };
	}
	return kind === 'set' ? { kind, field, value: valueFor(field, value, fields) } : { kind };
}

function valueFor(name: string, typed: string, fields: ModelFields): string | number | boolean {
	const field = fields.get(name);
	if (!field) throw new ParameterInvalidError(`the model has no field "${name}" to set`);
	const value = typedValue(typed, field);
	const wanted = describeUnfit(value, field);
	if (wanted !== null) throw new ParameterInvalidError(`"${name}" must be set to ${wanted}`);
	return value;
}
