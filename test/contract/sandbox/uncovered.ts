import type { Exchange } from '../client/recordings';

/** Recorded exchanges, by topic, that the sandbox cannot answer; it has to say so, loudly. */
const uncovered: Readonly<Record<string, readonly string[]>> = {
	errors: ['AccessError: get_param as a normal user', 'foreign key / business delete protection'],
	'read-methods': [
		'formatted_read_group',
		'formatted_read_group (19)',
		'read_group',
		'read_group (deprecated in 19)',
		'check_access_rights write',
		'check_access_rights (removed in 19?)',
		'default_get',
	],
	'create-write-unlink': ['web_save', 'web_save (write + read back in one transaction)', 'copy'],
	chatter: [
		'message_post: body_is_html=True keeps (sanitized) markup',
		'message_post: author_id of another partner (impersonation)',
		'message_post: partner_ids to notify + attachments',
		'message_post: parent_id reply',
		'message_subscribe',
		'message_unsubscribe',
	],
	'version-info': ['web version_info', 'db.list', 'GET /json/version (19+ only)'],
};

/** Methods that Odoo 18 still lets one call from outside. */
const uncoveredOn18 = ['check_access write (returns None)', 'exists filters missing ids'];

/** They read fields that the sandbox has not, which says nothing about how it answers. */
const leftOut = ['read back the messages', 'followers'];

export function isUncovered({ odoo, topic, label }: Exchange): boolean {
	const isOf18 = odoo === 18 && uncoveredOn18.includes(label);
	return isOf18 || (uncovered[topic]?.includes(label) ?? false);
}

export function isCompared(exchange: Exchange): boolean {
	const isLeftOut = exchange.topic === 'chatter' && leftOut.includes(exchange.label);
	return !isLeftOut && !isUncovered(exchange);
}
