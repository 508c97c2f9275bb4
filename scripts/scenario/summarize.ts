import type { PlayedOrder } from './playStory';
import type { CaseRecord, OrderRecord } from './readOrder';

/** What became of all orders, counted from what Odoo has on record and what n8n answered. */
export interface Summary {
	orders: number;
	confirmed: number;
	rejected: number;
	escalated: number;
	superseded: number;
	duplicatesIgnored: number;
	forgedRefused: number;
	/** Orders without the end their story gives them, and events that nobody acknowledged. */
	lost: number;
	/** Orders that were released, delivered or announced more than once. */
	doubleEffects: number;
}

export function summarize(played: readonly PlayedOrder[]): Summary {
	const records = played.map(({ record }) => record);
	const cases = records.flatMap((record) => record.cases);
	const count = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length;
	const events = records.flatMap((record) => record.events);
	return {
		orders: records.length,
		confirmed: count(records, ({ state }) => state === 'sale'),
		rejected: count(cases, ({ state }) => state === 'rejected'),
		escalated: count(cases, ({ escalations }) => escalations > 0),
		superseded: count(cases, ({ state }) => state === 'superseded'),
		duplicatesIgnored: count(played, ({ duplicateIgnored }) => duplicateIgnored),
		forgedRefused: count(played, ({ forgedRefused }) => forgedRefused),
		lost:
			count(played, ({ failure }) => failure !== null) +
			count(events, ({ state }) => state !== 'acknowledged'),
		doubleEffects: count(records, hasDoubleEffect),
	};
}

function hasDoubleEffect({ cases, deliveries, releaseNotes }: OrderRecord): boolean {
	return releasesOf(cases) > 1 || deliveries > 1 || releaseNotes > 1;
}

function releasesOf(cases: readonly CaseRecord[]): number {
	return cases.flatMap(({ trail }) => trail).filter(({ type }) => type === 'released').length;
}
