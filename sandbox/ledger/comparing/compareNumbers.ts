import type { Comparisons } from '../../../src/domain/insights/anomalies';
import { idIn, instantIn, textIn } from '../../orm/rowValues';
import { isOfArea } from '../caseRows';
import { readCase } from '../caseStore';
import { bySubject, newestFirst, seenOf, shown, type Look } from './seen';

/** Numbers and names of records make one error look like many. */
const sameError = (text: string) => text.replace(/[0-9]+/g, '#').slice(0, 160);

export function compareNumbers(look: Look): Comparisons['numbers'] {
	const { database } = look.env;
	const requests = seenOf(look, 'requests' as const, ({ row, openedAt: at }) => {
		const partner = idIn(row, 'x_partner_id');
		return partner === null ? [] : [{ key: String(partner), at, value: 1 }];
	});
	const errors = database
		.rows('x_approval_outbox')
		.filter((row) => textIn(row, 'x_last_error') !== '')
		.filter((row) => isOfArea(look.command.areas, textIn(row, 'x_area')))
		.map((row) => ({
			kind: 'event_error' as const,
			area: textIn(row, 'x_area'),
			fact: '',
			key: sameError(textIn(row, 'x_last_error')),
			at: instantIn(row, 'x_sent_at') ?? instantIn(row, 'create_date') ?? '',
			value: 1,
			id: idIn(row, 'x_case_id'),
		}))
		.filter(({ at }) => at >= look.baseFrom && at <= look.at);
	const refusals = seenOf(look, 'refusal' as const, ({ row }) =>
		readCase(database, row.id)
			.trail.filter(({ type }) => type === 'not_released')
			.map(({ at, data }) => ({ key: sameError(String(data['message'])), at, value: 1 })),
	);
	return bySubject([...requests, ...errors, ...refusals]).flatMap((entries) => {
		const [first] = entries;
		const recent = entries.filter(({ at }) => at >= look.recentFrom).sort(newestFirst);
		if (!first || recent.length < 3) return [];
		const { kind, area, key } = first;
		const base = entries.length - recent.length;
		return [{ kind, area, key, base, recent: recent.length, ...shown(recent) }];
	});
}
