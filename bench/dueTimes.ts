import { DateTime } from 'luxon';
import moment from 'moment-business-time';
import type { WorkCalendar } from '../src/domain/sla/workCalendar';
import { addWorkingMinutes } from '../src/domain/sla/workingTime';
import { type Measure, type Measurement, median } from './Measure';

const NAME = 'due-times';
const CASES = 5_000;
const ROUNDS = 5;
const ZONE = 'Europe/Berlin';
const HOLIDAYS = ['2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25'];

/** An office with an hour at noon: what both contestants know. */
const office: WorkCalendar = {
	name: 'Office',
	zone: ZONE,
	hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
		{ weekday, from: '09:00', to: '12:00' },
		{ weekday, from: '13:00', to: '17:00' },
	]),
	holidays: HOLIDAYS,
	specialDays: [],
	closures: [],
};

interface Target {
	start: number;
	minutes: number;
}

/** Due times a second, beside the npm library that gives the same ones for such a calendar. */
export const dueTimes: Measure = {
	name: NAME,
	about: `Due times a second in working hours, beside moment-business-time on the same ${String(CASES)} cases`,
	run: () => {
		// The library counts in the zone of the process.
		process.env['TZ'] = ZONE;
		configurePeer();
		const targets = madeUpTargets();
		assertAgreed(targets);
		const rates = { ours: [] as number[], peer: [] as number[] };
		for (let round = 0; round < ROUNDS; round += 1) {
			rates.ours.push(rateOf(targets, ours));
			rates.peer.push(rateOf(targets, peer));
		}
		return Promise.resolve(toMeasurement(median(rates.ours), median(rates.peer)));
	},
};

function ours({ start, minutes }: Target): number {
	return addWorkingMinutes(DateTime.fromMillis(start, { zone: 'utc' }), minutes, office).toMillis();
}

function peer({ start, minutes }: Target): number {
	return moment(start).addWorkingTime(minutes, 'minutes').valueOf();
}

function configurePeer(): void {
	const day = ['09:00:00', '12:00:00', '13:00:00', '17:00:00'];
	moment.updateLocale('en', {
		workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null },
		holidays: HOLIDAYS,
	});
}

/** Over a year with both clock changes; targets of a minute up to two weeks. */
function madeUpTargets(): Target[] {
	const begin = Date.UTC(2026, 0, 5);
	return Array.from({ length: CASES }, (_, index) => ({
		start: begin + ((index * 104_729) % 518_400) * 60_000,
		minutes: 1 + ((index * 7_919) % 4_200),
	}));
}

function assertAgreed(targets: readonly Target[]): void {
	const disagreeing = targets.filter((target) => ours(target) !== peer(target));
	if (disagreeing.length === 0) return;
	const [first] = disagreeing;
	throw new Error(
		`${String(disagreeing.length)} of ${String(targets.length)} due times differ, such as ${JSON.stringify(first)}`,
	);
}

function rateOf(targets: readonly Target[], dueAfter: (target: Target) => number): number {
	const startedAt = performance.now();
	for (const target of targets) dueAfter(target);
	return targets.length / ((performance.now() - startedAt) / 1000);
}

function toMeasurement(rate: number, peerRate: number): Measurement {
	return {
		measure: NAME,
		unit: 'due times/s',
		ours: Math.round(rate),
		peer: Math.round(peerRate),
		peerName: 'moment-business-time 2.0',
		ratio: Number((rate / peerRate).toFixed(2)),
		n: ROUNDS * CASES,
		note: 'more is better; median of five rounds; all due times equal; it knows neither night shifts nor a zone for each calendar',
	};
}
