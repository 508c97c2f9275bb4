import type { Comparisons } from '../../../src/domain/insights/anomalies';
import { idIn, numberIn, textIn } from '../../orm/rowValues';
import { bySubject, seenOf, usualOf, type Look } from './seen';

/** An amount that is always the same has no deviation; a tenth of it counts as one. */
const LEAST_DEVIATION = 0.1;

export function findOutliers(look: Look): Comparisons['outliers'] {
	const amounts = seenOf(look, 'amount' as const, ({ row, openedAt: at }) => {
		const partner = idIn(row, 'x_partner_id');
		const amount = numberIn(row, 'x_amount');
		if (partner === null || amount <= 0) return [];
		return [{ key: String(partner), at, value: Math.log(1 + amount) }];
	});
	return bySubject(amounts).flatMap((entries) => {
		const before = entries.filter(({ at }) => at < look.recentFrom);
		const base = usualOf(
			look,
			before.map(({ value }) => value),
		);
		if (!base) return [];
		const deviation = 1.4826 * Math.max(base.mad, LEAST_DEVIATION);
		const most = base.median + look.command.outlierDeviations * deviation;
		return entries
			.filter(({ at, value }) => at >= look.recentFrom && value > most)
			.flatMap(({ area, key, at, id }) => {
				const row = look.env.database.find('x_approval_case', id ?? 0);
				if (!row) return [];
				return [
					{
						area,
						key,
						caseId: row.id,
						recordName: textIn(row, 'x_record_name'),
						openedAt: at,
						amount: numberIn(row, 'x_amount'),
						currency: textIn(row, 'x_currency') || null,
						base,
					},
				];
			});
	});
}
