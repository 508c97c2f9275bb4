import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';

export function subscribe(
	{ database }: Environment,
	{ key, topic, area, url, signingKey }: CommandOf<'subscribe'>,
): CommandResults['subscribe'] {
	const values = {
		x_name: key,
		x_key: key,
		x_topic: topic,
		x_area: area,
		x_url: url,
		x_signing_key: signingKey,
		x_active: true,
	};
	const [known] = withKey(database.rows('x_approval_subscription'), key);
	if (known) database.update('x_approval_subscription', known.id, values);
	else database.insert('x_approval_subscription', values);
	return { status: 'subscribed' };
}

/** Events written from now on skip it; those on their way wait until it subscribes again. */
export function unsubscribe(
	{ database }: Environment,
	{ key }: CommandOf<'unsubscribe'>,
): CommandResults['unsubscribe'] {
	for (const { id } of withKey(database.rows('x_approval_subscription'), key))
		database.update('x_approval_subscription', id, { x_active: false });
	return { status: 'unsubscribed' };
}

function withKey(rows: Row[], key: string): Row[] {
	return rows.filter((row) => row['x_key'] === key);
}
