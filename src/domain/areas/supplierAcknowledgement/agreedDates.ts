import { DateTime } from 'luxon';
import { leadTime, type Contract } from '../facts/purchasePrices';
import { Unknown } from '../facts/Unknown';
import { awaitedLines, type Approval, type PlacedLine, type PlacedOrder } from './placedOrder';

/** `daysToReceipt` is rounded down to a hundredth of a day; this makes up for it. */
const ROUNDED_OFF = { minutes: 15 };

/**
 * By when a line was to be received, as far as anybody agreed to it: the date that was accepted
 * last, else the one that the order was approved with, else the supplier's lead time.
 *
 * An approval of the order knows its first receipt only. Where there are several lines, each counts
 * with its lead time if that ends later.
 */
export function agreedDate(
	line: PlacedLine,
	order: PlacedOrder,
	approvals: readonly Approval[],
	list: readonly Contract[],
): DateTime | null {
	const accepted = acceptedDate(line, approvals);
	if (accepted) return accepted;
	const first = firstReceipt(approvals);
	const usual = usualDate(line, order, list);
	const isOnlyLine = order.order_line.filter((one) => one.display_type === null).length === 1;
	if (!first || !usual || isOnlyLine) return first ?? usual;
	return DateTime.max(first, usual);
}

function acceptedDate({ id }: PlacedLine, approvals: readonly Approval[]): DateTime | null {
	for (const { x_area: area, x_document: kept } of approvals) {
		if (area !== 'supplier_acknowledgement') continue;
		const line = kept.watched.lines.order_line?.find((one) => one.id === id);
		if (line?.date_planned) return DateTime.fromSQL(line.date_planned, { zone: 'utc' });
	}
	return null;
}

function firstReceipt(approvals: readonly Approval[]): DateTime | null {
	const approval = approvals.find(({ x_area }) => x_area === 'procurement');
	const days = approval?.x_document.facts.daysToReceipt;
	if (!approval?.create_date || typeof days !== 'number') return null;
	return approval.create_date.plus({ milliseconds: days * 86_400_000 }).plus(ROUNDED_OFF);
}

function usualDate(
	line: PlacedLine,
	{ date_approve: approved }: PlacedOrder,
	list: readonly Contract[],
): DateTime | null {
	const days = approved && leadTime(line, list, approved.toISO());
	return days === null ? null : (approved?.plus({ days }) ?? null);
}

/** How many days each awaited line is planned beyond what was agreed, by the day; negative when before. */
export function lateness(
	order: PlacedOrder,
	approvals: Approval[] | Unknown,
	list: Contract[] | Unknown,
): number[] | Unknown {
	// A case that cannot be read leaves the lead time, and a list that cannot be read leaves the cases.
	const agreements = approvals instanceof Unknown ? [] : approvals;
	const contracts = list instanceof Unknown ? [] : list;
	const days = awaitedLines(order).map((line) => {
		const agreed = agreedDate(line, order, agreements, contracts);
		return agreed && line.date_planned ? daysBetween(agreed, line.date_planned) : null;
	});
	const known = days.filter((one) => one !== null);
	if (known.length === days.length) return known;
	return new Unknown('for some lines, nothing says which date was agreed');
}

function daysBetween(agreed: DateTime, planned: DateTime): number {
	return planned.startOf('day').diff(agreed.startOf('day')).as('days');
}
