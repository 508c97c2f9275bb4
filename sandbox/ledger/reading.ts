import type { CommandResults } from '../../src/domain/case/commandResults';
import type { Absence, RelatedQuery, RelatedRows } from '../../src/domain/case/relatedQuery';
import { mayReadField } from '../orm/access';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import type { Model } from '../orm/Model';
import { fieldValue } from '../orm/read';
import { searchIds } from '../orm/search';
import { readNested } from '../orm/specification';

type Specification = Record<string, unknown>;
type Gathered = Extract<CommandResults['gather'], { status: 'gathered' }>;

/** What Odoo gives of a record, and beside it. What is not there, or not for the user, is told. */
export function readSubject(
	environment: Environment,
	subject: { model: string; recordId: number },
	{
		specification,
		related,
	}: { specification: Specification; related: Record<string, RelatedQuery> },
): Pick<Gathered, 'record' | 'related' | 'absent'> {
	const model = environment.model(subject.model);
	const absent: Record<string, Absence> = {};
	const wanted = readable(model, specification, '', { environment, absent });
	const [record = {}] = readNested(model, [subject.recordId], wanted, environment);
	const found = Object.entries(related).map(([name, query]) => [
		name,
		runQuery(environment, { model, id: subject.recordId }, query),
	]);
	return { record, related: Object.fromEntries(found), absent };
}

interface Leaving {
	environment: Environment;
	absent: Record<string, Absence>;
}

function readable(
	model: Model,
	specification: Specification,
	path: string,
	leaving: Leaving,
): Specification {
	const kept: Specification = {};
	for (const [name, wanted] of Object.entries(specification)) {
		const why = absenceOf(model, name, nestedIn(wanted), leaving.environment);
		if (why) leaving.absent[path + name] = why;
		else kept[name] = nestedReadable(model, { name, wanted }, path, leaving);
	}
	return kept;
}

function nestedReadable(
	model: Model,
	{ name, wanted }: { name: string; wanted: unknown },
	path: string,
	leaving: Leaving,
): unknown {
	const relation = model.fields[name]?.relation;
	const nested = nestedIn(wanted);
	if (!nested) return wanted;
	if (relation === undefined) return {};
	const further = leaving.environment.model(relation);
	return { fields: readable(further, nested, `${path}${name}.`, leaving) };
}

function absenceOf(
	model: Model,
	name: string,
	nested: Specification | null,
	environment: Environment,
): Absence | null {
	if (name === 'display_name') return null;
	const field = model.fields[name];
	if (!field) return 'missing';
	if (!mayReadField(field, environment)) return 'forbidden';
	if (!nested || field.relation === undefined) return null;
	const isNameOnly = Object.keys(nested).join() === 'display_name';
	return isNameOnly || mayRead(environment, field.relation) ? null : 'forbidden';
}

function nestedIn(wanted: unknown): Specification | null {
	const isNested = typeof wanted === 'object' && wanted !== null && 'fields' in wanted;
	return isNested ? (wanted.fields as Specification) : null;
}

function mayRead(environment: Environment, name: string): boolean {
	return environment.isInAny(environment.model(name).access.read);
}

function runQuery(
	environment: Environment,
	subject: { model: Model; id: number },
	query: RelatedQuery,
): RelatedRows {
	const model = environment.server.models.get(query.model);
	if (!model) return { absent: 'missing' };
	if (!mayRead(environment, query.model)) return { absent: 'forbidden' };
	const isAsked = (term: RelatedQuery['domain'][number]) =>
		typeof term === 'string' || term[0] === 'id' || !!model.fields[term[0].split('.')[0] ?? ''];
	if (!query.domain.every(isAsked)) return { absent: 'missing' };
	const domain = query.domain.map((term) =>
		typeof term === 'string' ? term : [term[0], term[1], operand(environment, subject, term[2])],
	);
	if (query.sums !== null) return { rows: totals(environment, subject, { model, domain }, query) };
	const ids = searchEach(environment, subject, { model, domain }, query);
	const wanted = readable(model, query.specification, '', { environment, absent: {} });
	return { rows: readNested(model, ids, wanted, environment) };
}

function searchEach(
	environment: Environment,
	subject: { model: Model; id: number },
	{ model, domain }: { model: Model; domain: unknown[] },
	{ each, order, limit }: RelatedQuery,
): number[] {
	if (!each) return searchIds(model, domain, environment, { order, limit });
	const values = held(environment, subject.model, [subject.id], each.of.split('.'));
	return values.flatMap((value) =>
		searchIds(model, [...domain, [each.field, '=', value]], environment, { order, limit }),
	);
}

/** What is compared with: as it stands, what the subject holds along a path, or a day before today. */
function operand(
	environment: Environment,
	{ model, id }: { model: Model; id: number },
	value: unknown,
): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	if ('daysAgo' in value) {
		const day = Date.parse(environment.at) - Number(value.daysAgo) * 86_400_000;
		return new Date(day).toISOString().slice(0, 10);
	}
	return 'of' in value ? held(environment, model, [id], String(value.of).split('.')) : value;
}

function held(
	environment: Environment,
	model: Model,
	ids: readonly number[],
	[name = 'id', ...rest]: readonly string[],
): unknown[] {
	const rows = ids.flatMap((id) => environment.database.find(model.name, id) ?? []);
	if (name === 'id') return rows.map(({ id }) => id);
	const values = rows.flatMap((row) => {
		const value = fieldValue(model, row, name, environment);
		return Array.isArray(value) ? (value as unknown[]) : [value];
	});
	const relation = model.fields[name]?.relation;
	if (relation === undefined) return values;
	const linked = [...new Set(values.filter((value) => typeof value === 'number'))];
	return rest.length === 0 ? linked : held(environment, environment.model(relation), linked, rest);
}

function totals(
	environment: Environment,
	subject: { model: Model; id: number },
	{ model, domain }: { model: Model; domain: unknown[] },
	{ each, sums }: RelatedQuery,
): Array<Record<string, number>> {
	const rowsOf = (terms: unknown[]) =>
		searchIds(model, terms, environment).flatMap(
			(id) => environment.database.find(model.name, id) ?? [],
		);
	const total = (rows: Row[]): Record<string, number> => ({
		count: rows.length,
		...Object.fromEntries(
			(sums ?? []).map((name) => [
				name,
				rows.reduce((sum, row) => sum + Number(fieldValue(model, row, name, environment)), 0),
			]),
		),
	});
	if (!each) return [total(rowsOf(domain))];
	return held(environment, subject.model, [subject.id], each.of.split('.')).flatMap((value) => {
		const rows = rowsOf([...domain, [each.field, '=', value]]);
		return rows.length === 0 ? [] : [{ [each.field]: Number(value), ...total(rows) }];
	});
}
