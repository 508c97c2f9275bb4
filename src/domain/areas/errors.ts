import { DomainError } from '../errors';

/** Odoo's answer lacks something that the area asked for, or has it in another form. */
export class RecordUnreadableError extends DomainError {
	readonly code = 'RECORD_UNREADABLE';

	constructor(
		readonly model: string,
		readonly details: readonly string[],
	) {
		super(`The ${model} that Odoo sent cannot be read: ${details.join('; ')}`);
	}
}

export class UnknownAreaError extends DomainError {
	readonly code = 'UNKNOWN_AREA';

	constructor(id: string, known: readonly string[]) {
		super(`There is no approval area "${id}"; known areas: ${known.join(', ')}`);
	}
}
