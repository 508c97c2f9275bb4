import { installedAreas } from '../installedAreas';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { OdooDomain } from '../../src/domain/events/odooDomain';
import { watchedFields, type RecordWatch } from '../../src/domain/events/recordWatch';
import { userError } from '../OdooFault';
import { checkModelAccess } from '../orm/access';
import type { Database, Row } from '../orm/Database';
import { domainMatcher } from '../orm/domain';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import type { Model } from '../orm/Model';
import { checkReadable } from '../orm/read';
import { textIn } from '../orm/rowValues';
import { catchUp } from './sweep';
import { ensureRule, removeRule } from './rules';

const testMs = 5 * 60_000;
const catchUpLimit = 500;

export function subscribe(
	environment: Environment,
	command: CommandOf<'subscribe'>,
): CommandResults['subscribe'] {
	assertReadable(environment, command);
	assertSetUp(command);
	const { database, at } = environment;
	const known = withKey(database, command.key)[0];
	const row = known ?? database.insert('x_approval_subscription', { x_active: false });
	database.update('x_approval_subscription', row.id, columnsOf(environment, command));
	const needed = ensureRule(environment, current(database, row));
	if (needed) return needed;

	const silentSince = command.isTest ? '' : textIn(row, 'x_inactive_since');
	const listening = row['x_active'] === true ? textIn(row, 'x_since') : '';
	database.update('x_approval_subscription', row.id, {
		x_active: true,
		x_inactive_since: false,
		x_since: silentSince || listening || odooDateTime(at),
	});
	const since = `${silentSince.replace(' ', 'T')}Z`;
	const caughtUp = silentSince
		? catchUp(environment, current(database, row), since, catchUpLimit)
		: 0;
	return { status: 'subscribed', at, caughtUp };
}

/** Of an area that is not set up nothing would ever be heard. */
function assertSetUp({ topic, watch, area }: CommandOf<'subscribe'>): void {
	if (topic === 'case' || watch || installedAreas.some(({ id }) => id === area)) return;
	throw userError(
		`The area "${area}" is not set up in this Odoo, so nothing would ever be heard of it. ` +
			'Run Set Up Odoo with it, where its Odoo apps are installed.',
	);
}

function columnsOf({ database, userId, at }: Environment, command: CommandOf<'subscribe'>) {
	const { key, topic, area, url, signingKey, instance, isPushed, includesCopies } = command;
	const testEnds = new Date(Date.parse(at) + testMs);
	return {
		x_name: key,
		x_key: key,
		x_topic: topic,
		x_area: area,
		x_url: url,
		x_signing_key: signingKey,
		x_user_id: userId,
		x_instance: instance,
		x_workflow: command.workflowId || false,
		x_pushed: isPushed,
		x_copies: includesCopies,
		x_database: database.identity,
		x_filter: JSON.stringify(filterOf(command)),
		x_send_fields: JSON.stringify(command.sendFields),
		x_watch: command.watch ? JSON.stringify(command.watch) : false,
		x_expires_at: command.isTest ? odooDateTime(testEnds) : false,
	};
}

/** Reaching a value is a condition like the others. */
function filterOf({ watch, filter }: CommandOf<'subscribe'>): OdooDomain {
	return watch?.event === 'reached' ? [[watch.field, '=', watch.value], ...filter] : filter;
}

/** Events written from now on skip it; those on their way wait until it subscribes again. */
export function unsubscribe(
	environment: Environment,
	{ key }: CommandOf<'unsubscribe'>,
): CommandResults['unsubscribe'] {
	for (const row of withKey(environment.database, key)) silence(environment, row);
	return { status: 'unsubscribed' };
}

export function silence(environment: Environment, row: Row): void {
	const { database, at } = environment;
	if (row['x_active'] === true) {
		const silent = { x_active: false, x_inactive_since: odooDateTime(at) };
		database.update('x_approval_subscription', row.id, silent);
	}
	const keepsRule = !removeRule(environment, row);
	const isNamed = database
		.rows('x_approval_outbox')
		.some((event) => event['x_subscription_id'] === row.id);
	const isNeeded = isNamed || keepsRule || row['x_needs_rule'] === true;
	if (textIn(row, 'x_expires_at') && !isNeeded) database.remove('x_approval_subscription', row.id);
}

function withKey(database: Database, key: string): Row[] {
	return database.rows('x_approval_subscription').filter((row) => row['x_key'] === key);
}

function current(database: Database, { id }: Row): Row {
	return database.find('x_approval_subscription', id) ?? { id };
}

/** What a subscription is about, the caller must be able to read. */
function assertReadable(environment: Environment, command: CommandOf<'subscribe'>): void {
	const { watch, sendFields } = command;
	if (!watch) return;
	const model = environment.server.models.get(watch.model);
	if (!model || watch.model.startsWith('x_approval_'))
		throw userError(`There is no model ${watch.model} to listen to in this Odoo.`);
	checkModelAccess(model, 'read', environment);
	domainMatcher(model, filterOf(command), environment);
	assertFields(environment, model, watch, sendFields);
}

function assertFields(
	environment: Environment,
	model: Model,
	watch: RecordWatch,
	sendFields: readonly string[],
): void {
	const named = watch.event === 'due' ? [watch.field] : watchedFields(watch);
	const unknown = [...sendFields, ...named].sort().find((name) => !model.fields[name]);
	if (unknown) throw userError(`${model.name} has no field ${unknown} that this user may read.`);
	checkReadable(model, sendFields, environment);
	if (watch.event === 'due' && !/^date/.test(model.fields[watch.field]?.type ?? ''))
		throw userError(`The field ${watch.field} holds no date.`);
}

/** Models that the caller may read, for choosing one from a list. */
export function models(
	environment: Environment,
	{ search, limit }: CommandOf<'models'>,
): CommandResults['models'] {
	const sought = search.toLowerCase();
	const found = [...environment.server.models.values()]
		.filter(({ name }) => !name.startsWith('x_approval_'))
		.filter((model) => environment.isInAny(model.access.read))
		.filter((model) => `${model.name}\n${model.label}`.toLowerCase().includes(sought))
		.sort((left, right) => left.label.localeCompare(right.label))
		.slice(0, limit);
	return {
		status: 'found',
		models: found.map(({ name, label }) => ({ model: name, name: label })),
	};
}
