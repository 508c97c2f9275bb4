import { findDomainProblems } from './findDomainProblems';
import { kindOf, type ModelFields } from './modelFields';
import type { RecordWatch } from './recordWatch';

/** Why a watch could never report anything, or Odoo would refuse it: one sentence for each fault. */
export function findWatchProblems(watch: RecordWatch, fields: ModelFields): string[] {
	switch (watch.event) {
		case 'created':
		case 'deleted':
			return [];
		case 'updated':
			return watch.fields.flatMap((name) => storedProblems(name, fields));
		case 'reached':
			return [
				...storedProblems(watch.field, fields),
				...findDomainProblems([[watch.field, '=', watch.value]], fields),
			];
		case 'due':
			return [...storedProblems(watch.field, fields), ...dateProblems(watch.field, fields)];
	}
}

/** Why the values of fields cannot be sent along. */
export function findSendProblems(names: readonly string[], fields: ModelFields): string[] {
	return names.flatMap((name) => {
		const field = fields.get(name);
		if (!field) return [unknown(name)];
		return field.type === 'binary'
			? [`"${name}" (${field.label}) holds a file, which is not sent along`]
			: [];
	});
}

/** What is not stored is worked out when it is read, so no save ever changes it. */
function storedProblems(name: string, fields: ModelFields): string[] {
	const field = fields.get(name);
	if (!field) return [unknown(name)];
	return field.isStored
		? []
		: [
				`"${name}" (${field.label}) is worked out when it is read: Odoo does not notice its changes`,
			];
}

function dateProblems(name: string, fields: ModelFields): string[] {
	const field = fields.get(name);
	if (!field || ['date', 'datetime'].includes(kindOf(field))) return [];
	return [`"${name}" (${field.label}) holds no date`];
}

function unknown(name: string): string {
	return `The model has no field "${name}" that this user may read`;
}
