import { watchOf } from '../outbox/interests';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { textIn } from '../orm/rowValues';
import { valueOf } from '../orm/valueOf';
import { writeEvent } from './outboxRows';

const weekMs = 7 * 24 * 3_600_000;

/** Writes an event for each record whose date has come, once for each date. */
export function raiseDueEvents(environment: Environment): void {
	const { database } = environment;
	for (const subscription of database.rows('x_approval_subscription'))
		if (subscription['x_active'] === true) raiseFor(environment, subscription);
}

function raiseFor(environment: Environment, subscription: Row): void {
	const watch = watchOf(subscription);
	if (watch?.event !== 'due') return;
	const now = Date.parse(environment.at);
	const shiftMs = watch.offsetMinutes * 60_000;
	const weekAgo = odooDateTime(new Date(now - weekMs));
	const listening = textIn(subscription, 'x_since');
	const since = `${(listening > weekAgo ? listening : weekAgo).replace(' ', 'T')}Z`;
	const from = odooDateTime(new Date(Date.parse(since) - shiftMs));
	const until = odooDateTime(new Date(now - shiftMs));
	const model = environment.model(watch.model);
	for (const subject of environment.database.rows(watch.model)) {
		const value = valueOf(model, subject, watch.field, environment);
		// The field holds an instant or a day; texts of either kind sort as they follow.
		if (typeof value !== 'string' || value > until || value <= from.slice(0, value.length))
			continue;
		const token = `due:${value}`;
		writeEvent(environment, subscription, {
			type: 'due',
			model: watch.model,
			subject,
			token,
			actorId: null,
		});
	}
}
