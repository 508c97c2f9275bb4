import type { Comparisons } from '../../../src/domain/insights/anomalies';
import { secondsBetween } from '../../../src/domain/insights/secondsBetween';
import { idIn, idsIn, instantIn } from '../../orm/rowValues';
import { bySubject, median, seenOf, shown, usualOf, type Look } from './seen';

const logOf = (earlier: string | null, later: string | null) => {
	const seconds = secondsBetween(earlier, later);
	return seconds === null ? null : Math.log(1 + seconds);
};

function timesSeen(look: Look) {
	const { at } = look;
	return [
		...seenOf(look, 'approver' as const, ({ row, openedAt: opened }) => {
			const by = idIn(row, 'x_decided_by');
			const decidedAt = instantIn(row, 'x_decided_at');
			const asked = row['x_state'] === 'pending' ? idsIn(row, 'x_approver_ids') : [];
			return [
				...(by === null
					? []
					: [{ key: String(by), at: decidedAt, value: logOf(opened, decidedAt) }]),
				...asked.map((user) => ({ key: String(user), at, value: logOf(opened, at) })),
			];
		}),
		...seenOf(look, 'people' as const, ({ row, openedAt: opened }) => {
			if (row['x_state'] === 'pending') return [{ key: '', at, value: logOf(opened, at) }];
			const decidedAt = instantIn(row, 'x_decided_at');
			if (idIn(row, 'x_decided_by') === null) return [];
			return [{ key: '', at: decidedAt, value: logOf(opened, decidedAt) }];
		}),
		...seenOf(look, 'routing' as const, ({ row, openedAt: opened }) => [
			{ key: '', at: opened, value: logOf(instantIn(row, 'x_asked_at'), opened) },
		]),
		...seenOf(look, 'applying' as const, ({ row }) => {
			const endedAt = instantIn(row, 'x_ended_at');
			return [{ key: '', at: endedAt, value: logOf(instantIn(row, 'x_decided_at'), endedAt) }];
		}),
	];
}

export function compareTimes(look: Look): Comparisons['times'] {
	return bySubject(timesSeen(look)).flatMap((entries) => {
		const [first] = entries;
		const recent = entries.filter(({ at }) => at >= look.recentFrom);
		const before = entries.filter(({ at }) => at < look.recentFrom);
		const base = usualOf(
			look,
			before.map(({ value }) => value),
		);
		if (!first || !base || recent.length < look.command.least.recent) return [];
		const slow = recent
			.filter(({ value }) => value > base.median)
			.sort((left, right) => right.value - left.value);
		const { kind, area, key } = first;
		const now = { count: recent.length, median: median(recent.map(({ value }) => value)) };
		return [{ kind, area, key, base, recent: now, ...shown(slow) }];
	});
}
