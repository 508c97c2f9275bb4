import { installedAreas } from '../installedAreas';
import type { EventType } from '../../src/domain/events/eventSection';
import { parseDomainText } from '../../src/domain/events/parseDomainText';
import { recordWatchSchema, watchedFields } from '../../src/domain/events/recordWatch';
import type { Database, Row } from '../orm/Database';
import { textIn } from '../orm/rowValues';

/** What one automation rule of a real Odoo notices, and whom it writes events for. */
export interface Interest {
	event: EventType;
	model: string;
	/** Fields whose change counts; none where any creation or removal does. */
	fields: readonly string[];
	domain: unknown;
	subscriptions: Row[];
}

/** Everything that somebody listens for at this moment. */
export function interestsNow(database: Database): Interest[] {
	const listening = database
		.rows('x_approval_subscription')
		.filter((row) => row['x_active'] === true && row['x_topic'] === 'record');
	const ofAreas = installedAreas.map(({ id, model, trigger }) => ({
		event: 'saved' as const,
		model,
		fields: trigger.fields,
		domain: parseDomainText(trigger.domain),
		subscriptions: listening.filter((row) => row['x_area'] === id && row['x_watch'] === false),
	}));
	return [...ofAreas, ...listening.flatMap((row) => ownInterest(database, row))];
}

function ownInterest(database: Database, row: Row): Interest[] {
	const watch = watchOf(row);
	if (!watch || watch.event === 'due' || !hasRule(database, row)) return [];
	const { event, model } = watch;
	return [{ event, model, fields: watchedFields(watch), domain: [], subscriptions: [row] }];
}

/** What a subscription to records of any model listens for; `null` for the others. */
export function watchOf(row: Row) {
	const text = textIn(row, 'x_watch');
	return text === '' ? null : recordWatchSchema.parse(JSON.parse(text));
}

function hasRule(database: Database, { id }: Row): boolean {
	return database
		.rows('base.automation')
		.some((rule) => rule['subscription'] === id && rule['active'] === true);
}
