import { DomainError } from '../domain/errors';

/** The outbox row is not there: Odoo rolled back what caused the event, or has not committed it yet. */
export class EventMissingError extends DomainError {
	readonly code = 'EVENT_MISSING';

	constructor(outboxId: number | null) {
		super(
			`Odoo does not know event ${outboxId ?? ''}. What caused it was rolled back, or is not saved ` +
				'yet; in that case Odoo reports it again by itself.',
		);
	}
}

/** The record was deleted, or this user may not see it. */
export class RecordMissingError extends DomainError {
	readonly code = 'RECORD_MISSING';

	constructor(model: string, id: number) {
		super(`${model} ${id} does not exist any more, or the user of the credential may not see it`);
	}
}
