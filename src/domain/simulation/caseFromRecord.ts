import { z } from 'zod';
import type { Area } from '../areas/Area';
import { odooId, odooInstant, readRecord } from '../areas/reading/odooValues';
import type { SimulatedCase } from './SimulatedCase';

/** What has to be read of a record besides what its area asks for. */
export const datingSpecification = { create_date: {} };

const dated = z.object({ id: odooId, create_date: odooInstant.catch(null) });

/**
 * Makes a case of a record as Odoo has it today, seen from the day on which it was created.
 *
 * Facts that count from the present, such as the days until a promised delivery, count from that
 * day: seen from today every past order would be late.
 *
 * @param record read by the area's specification and `datingSpecification`
 * @param otherwise ISO 8601; the day that counts when the record does not say its own
 * @throws {RecordUnreadableError} the record lacks what the area needs
 */
export function caseFromRecord(area: Area, record: unknown, otherwise: string): SimulatedCase {
	const { id, create_date: created } = readRecord(area.model, dated, record);
	const at = created?.toISO() ?? null;
	const { name, amount, currency, facts } = area.gather(
		{ record, related: {}, absent: {} },
		at ?? otherwise,
	);
	return { area: area.id, model: area.model, id, name, url: null, amount, currency, at, facts };
}
