import { z } from 'zod';
import type { Person } from '../../case/person';
import { inWords } from '../../inWords';
import type { Gathered } from '../Area';
import { RecordUnreadableError } from '../errors';
import { settle, Unknown } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { watch } from '../reading/watch';
import { type OwnAnswer, ownFacts, ownValue } from './ownFacts';
import type { OwnReading } from './OwnReading';

const named = z.object({ id: z.number(), display_name: z.string() }).passthrough();

/**
 * Makes facts of what Odoo gave of a record of an area of the house's own.
 *
 * @throws {RecordUnreadableError} a watched field, or who asks, is not in the answer
 * @throws {OwnReadingInvalidError} the reading does not fit the area
 */
export function gatherOwn(reading: OwnReading, answer: OwnAnswer, model: string): Gathered {
	const derived = ownFacts(reading.facts, answer);
	const requester = personIn(reading.requester, answer, model);
	const editor = personIn('write_uid', answer, model);
	const { amount, currency } = amountOf(reading, answer);
	return {
		name: named.parse(answer.record).display_name,
		amount,
		currency,
		requester,
		involvedIds: [...new Set([requester.id, editor.id])],
		...settle(derived),
		// What would be put back is kept by Odoo itself.
		proposal: null,
		watched: watchedOf(answer, model),
		figures: reading.facts.map(({ name, label, unit }) => ({
			label: label || inWords(name),
			value: writeDerived(
				derived[name] ?? new Unknown('it was not read'),
				unit,
				currency ?? undefined,
			),
		})),
		lines: { columns: [], rows: [] },
	};
}

function watchedOf({ record, watched }: OwnAnswer, model: string): Gathered['watched'] {
	const held = named.parse(record);
	const lost = watched.filter((name) => !(name in held));
	if (lost.length > 0) {
		const why = lost.map((name) => `the integration user may not read ${name}, which is watched`);
		throw new RecordUnreadableError(model, why);
	}
	return watch(record, { fields: watched });
}

/** What is not known is no amount: then only those decide whose authority has no limit. */
function amountOf(
	{ amountPath, currencyPath }: OwnReading,
	answer: OwnAnswer,
): Pick<Gathered, 'amount' | 'currency'> {
	if (amountPath === '') return { amount: null, currency: null };
	const amount = ownValue(amountPath, answer);
	const currency = ownValue(currencyPath, answer);
	const isKnown = typeof amount === 'number' && typeof currency === 'string';
	return isKnown ? { amount, currency } : { amount: null, currency: null };
}

function personIn(field: string, { record }: OwnAnswer, model: string): Person {
	const person = named.safeParse(named.parse(record)[field]).data;
	if (!person) throw new RecordUnreadableError(model, [`nobody stands in ${field}`]);
	return { id: person.id, name: person.display_name };
}
