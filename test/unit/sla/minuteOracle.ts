import { DateTime } from 'luxon';
import type { WorkCalendar } from '../../../src/domain/sla/workCalendar';

const minuteMs = 60_000;

/**
 * Working time counted minute by minute, the slow way, over a stretch of days.
 *
 * A shift lasts from the first minute on which the clock shows its beginning, or something later,
 * to the first on which it shows its end or something later.
 */
export class MinuteOracle {
	private readonly begin: number;
	private readonly working: boolean[];

	constructor(calendar: WorkCalendar, firstDay: string, days: number) {
		const first = DateTime.fromISO(firstDay, { zone: calendar.zone });
		this.begin = first.toMillis();
		const clockFace = new Intl.DateTimeFormat('sv-SE', {
			timeZone: calendar.zone,
			dateStyle: 'short',
			timeStyle: 'short',
		});
		const shown = Array.from({ length: days * 24 * 60 }, (_, minute) =>
			clockFace.format(this.begin + minute * minuteMs),
		);
		const firstShowing = (day: DateTime, time: string) => {
			const isMidnight = time === '24:00';
			const date = (isMidnight ? day.plus({ days: 1 }) : day).toFormat('yyyy-MM-dd');
			const wanted = `${date} ${isMidnight ? '00:00' : time}`;
			// No clock is changed by a day, so there is nothing to find before the day before.
			let minute = Math.max(0, Math.floor(day.diff(first).as('days') - 1) * 24 * 60);
			while (minute < shown.length && (shown[minute] ?? '') < wanted) minute += 1;
			return minute;
		};
		this.working = shown.map(() => false);
		for (let offset = 0; offset < days; offset += 1) {
			const day = first.plus({ days: offset });
			if (calendar.holidays.includes(day.toFormat('yyyy-MM-dd'))) continue;
			for (const { weekday, from, to } of calendar.hours) {
				if (weekday !== day.weekday) continue;
				const last = firstShowing(to <= from ? day.plus({ days: 1 }) : day, to);
				this.working.fill(true, firstShowing(day, from), last);
			}
		}
	}

	/** The instant at which so many working minutes have passed. */
	add(start: number, minutes: number): number {
		let passed = 0;
		let index = (start - this.begin) / minuteMs;
		while (passed < minutes) {
			if (index >= this.working.length) throw new RangeError('past the days that were counted');
			if (this.working[index]) passed += 1;
			index += 1;
		}
		return this.begin + index * minuteMs;
	}

	between(start: number, end: number): number {
		return this.working
			.slice((start - this.begin) / minuteMs, (end - this.begin) / minuteMs)
			.filter(Boolean).length;
	}
}
