import type { RecordAnswer } from '../../../src/domain/areas/Area';

/** What Odoo answers of a record, with what it gave beside it. */
export function answering(record: unknown, beside: Partial<RecordAnswer> = {}): RecordAnswer {
	return { record, related: {}, absent: {}, ...beside };
}
