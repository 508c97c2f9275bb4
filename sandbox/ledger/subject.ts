import type { SubjectNow } from '../../src/domain/case/decideApplication';
import type { Effect } from '../../src/domain/case/commands';
import type { Watched } from '../../src/domain/case/watched';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import type { Model } from '../orm/Model';
import { valueOf } from '../orm/valueOf';

/** The record that a case is about. */
export interface Subject {
	model: string;
	recordId: number;
}

/** What is watched, as the record has it now; `null` when the record is gone. */
export function watchedNow(env: Environment, subject: Subject, watched: Watched): Watched | null {
	const model = env.model(subject.model);
	const row = env.database.find(model.name, subject.recordId);
	if (!row) return null;
	const { lineFields } = watched;
	const lines = Object.entries(lineFields).map(([name, fields]) => {
		const ids = valueOf(model, row, name, env);
		return [name, linesNow(env, model.fields[name]?.relation ?? '', ids, fields)];
	});
	return {
		fields: plainValues(model, row, Object.keys(watched.fields), env),
		lines: Object.fromEntries(lines),
		lineFields,
	};
}

/** The subject as it is when a decision is applied; `null` when the record is gone. */
export function subjectNow(
	env: Environment,
	subject: Subject,
	watched: Watched,
	effect: Effect,
): SubjectNow | null {
	const now = watchedNow(env, subject, watched);
	return now && { state: stateOf(env, subject, effect), watched: now };
}

/** What the field holds that the effect expects something of. */
export function stateOf(env: Environment, subject: Subject, { expect }: Effect): string | null {
	const model = env.model(subject.model);
	const row = env.database.find(model.name, subject.recordId);
	if (!row || !expect) return null;
	const value = valueOf(model, row, expect.field, env);
	return typeof value === 'string' ? value : null;
}

function linesNow(env: Environment, relation: string, ids: unknown, fields: string[]) {
	const model = env.model(relation);
	const rows = (Array.isArray(ids) ? ids : []).flatMap((id) =>
		typeof id === 'number' ? (env.database.find(relation, id) ?? []) : [],
	);
	return rows
		.sort((left, right) => left.id - right.id)
		.map((row) => ({ id: row.id, ...plainValues(model, row, fields, env) }));
}

/** Values as RPC gives them, with relations as ids in ascending order. */
function plainValues(model: Model, row: Row, names: readonly string[], env: Environment) {
	const entries = names.map((name) => {
		const value = valueOf(model, row, name, env);
		return [name, Array.isArray(value) ? [...value].sort((left, right) => left - right) : value];
	});
	return Object.fromEntries(entries);
}
