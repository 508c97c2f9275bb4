import type { Environment } from './Environment';
import type { Row } from './Database';
import { emptyValue, type Field } from './fields';
import type { Model } from './Model';
import { idIn, numberIn } from './rowValues';

/** What a field of a record holds: stored, computed, or the other end of a relation. */
export function valueOf(model: Model, row: Row, name: string, environment: Environment): unknown {
	if (name === 'id') return row.id;
	const field = model.fields[name];
	if (!field) return undefined;
	if (field.compute) return field.compute(row, environment);
	if (field.type === 'one2many') return inverseIds(field, row.id, environment);
	return row[name] ?? emptyValue(field);
}

/** How a record is called wherever another one points to it. */
export function displayName(model: Model, row: Row, environment: Environment): string {
	const name = valueOf(model, row, model.nameField, environment);
	return typeof name === 'string' ? name : `${model.name},${row.id}`;
}

function inverseIds(
	{ relation = '', inverse = '' }: Field,
	id: number,
	env: Environment,
): number[] {
	return env.database
		.rows(relation)
		.filter((row) => idIn(row, inverse) === id && row['active'] !== false)
		.sort(
			(left, right) =>
				numberIn(left, 'sequence') - numberIn(right, 'sequence') || left.id - right.id,
		)
		.map((row) => row.id);
}
