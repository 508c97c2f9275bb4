import type { Comparisons } from '../../../src/domain/insights/anomalies';
import type { Row } from '../../orm/Database';
import { idIn, instantIn, textIn } from '../../orm/rowValues';
import { readCase } from '../caseStore';
import { bySubject, newestFirst, seenOf, shown, type Look } from './seen';

function ratesSeen(look: Look) {
	const asksPeople = (row: Row) =>
		row['x_sampled'] !== true &&
		['require_approval', 'escalate'].includes(textIn(row, 'x_policy_outcome'));
	const standing = (row: Row) =>
		idIn(row, 'x_decided_by') !== null && row['x_state'] !== 'superseded' && asksPeople(row);
	const decider = (row: Row) => String(idIn(row, 'x_decided_by'));
	const decidedAt = (row: Row) => instantIn(row, 'x_decided_at');
	const partner = (row: Row) => idIn(row, 'x_partner_id');
	const approved = (row: Row) => row['x_state'] === 'approved';
	return [
		...seenOf(look, 'late' as const, ({ row }) => {
			const isMeant = idIn(row, 'x_decided_by') !== null && textIn(row, 'x_promised_at') !== '';
			const value = row['x_breached'] === true;
			return isMeant ? [{ key: decider(row), at: decidedAt(row), value }] : [];
		}),
		...seenOf(look, 'overrides' as const, ({ row }) =>
			standing(row) ? [{ key: decider(row), at: decidedAt(row), value: approved(row) }] : [],
		),
		...seenOf(look, 'rule' as const, ({ row }) => {
			const key = `${textIn(row, 'x_policy_id')} ${textIn(row, 'x_rule')}`;
			const isMeant = standing(row) && textIn(row, 'x_rule') !== '';
			return isMeant ? [{ key, at: decidedAt(row), value: approved(row) }] : [];
		}),
		...seenOf(look, 'near_miss' as const, ({ row, openedAt: at }) => {
			const value = row['x_near_miss'] === true;
			return partner(row) === null ? [] : [{ key: String(partner(row)), at, value }];
		}),
		...seenOf(look, 'signal' as const, ({ row, openedAt: at }) => {
			if (partner(row) === null) return [];
			const { facts } = readCase(look.env.database, row.id).state;
			return look.command.signals.flatMap(({ area, fact }) => {
				const amount = facts[fact];
				if (area !== textIn(row, 'x_area') || typeof amount !== 'number') return [];
				return [{ key: String(partner(row)), at, value: amount > 0, fact }];
			});
		}),
	];
}

export function compareRates(look: Look): Comparisons['rates'] {
	const seen = ratesSeen(look);
	const some = (entries: typeof seen) => ({
		count: entries.length,
		hits: entries.filter(({ value }) => value).length,
	});
	return bySubject(seen).flatMap((entries) => {
		const [first] = entries;
		const recent = entries.filter(({ at }) => at >= look.recentFrom);
		if (!first || recent.length < look.command.least.recent) return [];
		const { kind, area, fact, key } = first;
		const others = seen.filter(
			(one) => one.kind === kind && one.area === area && one.fact === fact && one.key !== key,
		);
		const hits = recent.filter(({ value }) => value).sort(newestFirst);
		const base = some(entries.filter(({ at }) => at < look.recentFrom));
		return [
			{ kind, area, fact, key, base, recent: some(recent), others: some(others), ...shown(hits) },
		];
	});
}
