import { DateTime } from 'luxon';
import type { RecordAnswer } from '../Area';
import { linesNotReady, openMoves } from '../facts/deliveryFacts';
import { Unknown } from '../facts/Unknown';
import { rescheduled, type LateDelivery } from './lateDelivery';

const USUAL_HOUR = { hour: 9, minute: 0, second: 0 };
const WRITTEN = 'yyyy-MM-dd HH:mm:ss';

/** When the delivery is to be made instead, as Odoo stores it in UTC, and why it was not. */
export interface Reschedule {
	scheduledDate: string;
	cause: string;
}

/** Whether the date that stands is one that was approved, and still ahead. */
export function isRescheduled(
	{ scheduled_date: planned }: LateDelivery,
	answer: RecordAnswer,
	now: string,
): boolean | Unknown {
	const found = rescheduled.from(answer);
	if (found instanceof Unknown) return found;
	const approved = found[0]?.x_document.proposal?.scheduledDate;
	return planned !== null && isAhead(planned, now) && planned.toFormat(WRITTEN) === approved;
}

/**
 * The next day from Monday to Friday after today, at the time of day for which the delivery was
 * planned; both by the time zone of the company. A date stays that was approved before and is still
 * ahead, and so does one that is ahead while goods are missing.
 *
 * @param now ISO 8601
 */
export function proposeReschedule(
	delivery: LateDelivery,
	answer: RecordAnswer,
	now: string,
): Reschedule {
	const { scheduled_date: planned } = delivery;
	const stays =
		planned !== null &&
		isAhead(planned, now) &&
		(isRescheduled(delivery, answer, now) === true || linesNotReady(delivery) > 0);
	const date = stays ? planned : nextWorkingDay(delivery, now);
	return { scheduledDate: date.toFormat(WRITTEN), cause: causeOf(delivery, now) };
}

function nextWorkingDay(
	{ scheduled_date: planned, company_id: { partner_id: company } }: LateDelivery,
	now: string,
): DateTime {
	const zone = company.tz ?? 'utc';
	const { hour, minute, second } = planned?.setZone(zone) ?? USUAL_HOUR;
	let day = DateTime.fromISO(now, { zone }).plus({ days: 1 });
	while (day.weekday > 5) day = day.plus({ days: 1 });
	return day.set({ hour, minute, second, millisecond: 0 }).toUTC();
}

function causeOf(delivery: LateDelivery, now: string): string {
	const missing = linesNotReady(delivery);
	if (missing > 0) return `Goods are not ready: ${missing} of ${openMoves(delivery).length} lines`;
	const { scheduled_date: planned } = delivery;
	if (planned === null) return 'No date was planned';
	return isAhead(planned, now)
		? 'Planned for later than promised'
		: 'Ready, and not dispatched in time';
}

function isAhead(instant: DateTime, now: string): boolean {
	return instant > DateTime.fromISO(now);
}
