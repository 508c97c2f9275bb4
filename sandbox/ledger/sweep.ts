import { installedAreas } from '../installedAreas';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { EventType } from '../../src/domain/events/eventSection';
import { parseDomainText } from '../../src/domain/events/parseDomainText';
import { watchOf } from '../outbox/interests';
import type { Row } from '../orm/Database';
import { domainMatcher } from '../orm/domain';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { idIn, textIn } from '../orm/rowValues';
import { isLetThrough, writeEvent } from './outboxRows';

const overlapMs = 10 * 60_000;

/** Writes the events that were never written, because nothing listened when they happened. */
export function sweep(
	environment: Environment,
	{ instance, areas: wanted, since, limit }: CommandOf<'sweep'>,
): CommandResults['sweep'] {
	const subscriptions = environment.database
		.rows('x_approval_subscription')
		.filter((row) => row['x_active'] === true && row['x_topic'] === 'record')
		.filter((row) => row['x_instance'] === instance)
		.filter((row) => wanted.length === 0 || wanted.includes(textIn(row, 'x_area')));
	let written = 0;
	let hasMore = false;
	for (const subscription of subscriptions) {
		const left = limit - written;
		const found = left > 0 ? catchUp(environment, subscription, since, left) : 0;
		written += found;
		hasMore ||= found === left;
	}
	return { status: 'swept', written, hasMore };
}

/** Writes the events of records that fit and of whose last change no event tells. */
export function catchUp(
	environment: Environment,
	subscription: Row,
	since: string,
	limit: number,
): number {
	const sought = soughtBy(subscription);
	if (!sought) return 0;
	const { database } = environment;
	const model = environment.model(sought.model);
	const fits = domainMatcher(model, sought.domain, environment.sudo());
	const from = odooDateTime(new Date(Date.parse(since) - overlapMs));
	const told = database
		.rows('x_approval_outbox')
		.filter((row) => idIn(row, 'x_subscription_id') === subscription.id);
	const missed = database
		.rows(sought.model)
		.filter((row) => textIn(row, sought.stamp) >= from && fits(row))
		.filter((row) => isLetThrough(environment, subscription, model, row))
		.filter(
			(row) =>
				!told.some(
					(event) =>
						event['x_res_id'] === row.id &&
						event['x_model'] === model.name &&
						textIn(event, 'create_date') >= textIn(row, sought.stamp),
				),
		)
		.slice(0, limit);
	for (const subject of missed) {
		const actorId = idIn(subject, 'write_uid');
		writeEvent(environment, subscription, {
			type: sought.type,
			model: model.name,
			subject,
			actorId,
		});
	}
	return missed.length;
}

interface Sought {
	model: string;
	domain: unknown;
	/** Field that tells when it happened. */
	stamp: 'create_date' | 'write_date';
	type: EventType;
}

/** `null` where no record of it is left, or where it is looked for all the time anyway. */
function soughtBy(subscription: Row): Sought | null {
	const watch = watchOf(subscription);
	if (!watch) {
		const area = installedAreas.find(({ id }) => id === subscription['x_area']);
		const domain = area && parseDomainText(area.trigger.domain);
		return area ? { model: area.model, domain, stamp: 'write_date', type: 'saved' } : null;
	}
	if (watch.event === 'deleted' || watch.event === 'due') return null;
	const stamp = watch.event === 'created' ? 'create_date' : 'write_date';
	return { model: watch.model, domain: [], stamp, type: watch.event };
}
