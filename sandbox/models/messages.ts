import { z } from 'zod';
import { builtinError, notImplemented } from '../OdooFault';
import { checkModelAccess, checkRules, isWithinRules } from '../orm/access';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { expected } from '../orm/genericMethods';
import { fields } from '../orm/fields';
import { odooDateTime } from '../orm/instants';
import type { Method } from '../orm/Model';
import { idIn, idsIn, numberIn, textIn } from '../orm/rowValues';
import { rowsToChange } from '../orm/write';
import { defineModel } from './defineModel';

const recordReference = {
	model: fields.char('Related Document Model'),
	res_id: fields.integer('Related Document ID'),
};

export const messageModel = defineModel({
	name: 'mail.message',
	label: 'Message',
	order: 'id desc',
	nameField: 'body',
	mayTouch: mayReadMessage,
	fields: {
		...recordReference,
		body: fields.html('Contents'),
		author_id: fields.many2one('Author', 'res.partner'),
		date: fields.datetime('Date'),
		message_type: fields.selection('Type', [
			['comment', 'Comment'],
			['notification', 'System notification'],
			['user_notification', 'User Specific Notification'],
		]),
		partner_ids: fields.many2many('Recipients', 'res.partner'),
		subtype_id: fields.many2one('Subtype', 'mail.message.subtype'),
	},
});

export const messageSubtypeModel = defineModel({
	name: 'mail.message.subtype',
	label: 'Message subtypes',
	fields: { name: fields.char('Message Type', { required: true }) },
});

export const activityTypeModel = defineModel({
	name: 'mail.activity.type',
	label: 'Activity Type',
	fields: { name: fields.char('Name', { required: true }) },
});

export const activityModel = defineModel({
	name: 'mail.activity',
	label: 'Activity',
	order: 'date_deadline asc, id asc',
	nameField: 'summary',
	fields: {
		res_model: fields.char('Related Document Model'),
		res_id: fields.integer('Related Document ID'),
		activity_type_id: fields.many2one('Activity Type', 'mail.activity.type'),
		summary: fields.char('Summary'),
		user_id: fields.many2one('Assigned to', 'res.users'),
		date_deadline: fields.date('Due Date'),
		active: fields.boolean('Active', { initial: () => true }),
	},
});

/** Who may read a record may read its chatter, except what was meant for one person alone. */
function mayReadMessage(row: Row, environment: Environment): boolean {
	const reader = environment.database.find('res.users', environment.userId);
	const partner = reader ? idIn(reader, 'partner_id') : null;
	if (partner !== null && idsIn(row, 'partner_ids').includes(partner)) return true;
	if (row['message_type'] === 'user_notification') return false;
	const model = environment.server.models.get(textIn(row, 'model'));
	const subject = model && environment.database.find(model.name, numberIn(row, 'res_id'));
	return (
		!!subject &&
		environment.isInAny(model.access.read) &&
		isWithinRules(model, subject, environment)
	);
}

export interface Post {
	body: string;
	bodyIsHtml: boolean;
	messageType: 'comment' | 'notification' | 'user_notification';
	/** Partners that it is meant for. */
	recipientIds?: number[];
	subtype: string;
}

/** Writes a message to the chatter of a record, in the name of the user; returns its id. */
export function postMessage(
	environment: Environment,
	model: string,
	recordId: number,
	{ body, bodyIsHtml, messageType, subtype, recipientIds = [] }: Post,
): number {
	const { database, userId, at } = environment;
	if (bodyIsHtml && /<script/i.test(body)) throw notImplemented('Cleaning HTML');
	const subtypeId = database.idOf(subtype);
	if (subtypeId === undefined) throw notImplemented(`The message subtype ${subtype}`);
	const row = database.insert('mail.message', {
		model,
		res_id: recordId,
		body: bodyIsHtml ? body : `<p>${escapeHtml(body)}</p>`,
		author_id: database.find('res.users', userId)?.['partner_id'] ?? false,
		date: odooDateTime(at),
		message_type: messageType,
		subtype_id: subtypeId,
		partner_ids: recipientIds,
		create_uid: userId,
		create_date: odooDateTime(at),
	});
	return row.id;
}

export function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&#34;');
}

const uncoveredKeywords = new Set([
	'attachment_ids',
	'attachments',
	'author_id',
	'parent_id',
	'partner_ids',
]);

const messagePost: Method = {
	kind: 'records',
	parameters: [
		{ name: 'body', fallback: '' },
		{ name: 'body_is_html', fallback: false },
		{ name: 'message_type', fallback: 'notification' },
		{ name: 'subtype_xmlid', fallback: 'mail.mt_note' },
	],
	takesKeywords: true,
	run: ({ model, ids, environment, values }) => {
		const { body, body_is_html, message_type, subtype_xmlid, ...unknown } = values;
		const [row] = rowsToChange(model, ids, environment);
		if (!row) throw notImplemented('Posting on no record');
		for (const name of Object.keys(unknown)) {
			if (uncoveredKeywords.has(name)) throw notImplemented(`message_post with ${name}`);
			const message = `Those values are not supported when posting or notifying: ${name}`;
			throw builtinError('ValueError', message);
		}
		checkModelAccess(model, 'read', environment);
		checkRules(model, [row], 'read', environment);
		const id = postMessage(environment, model.name, row.id, {
			body: expected(z.string(), body),
			bodyIsHtml: expected(z.boolean(), body_is_html),
			messageType: expected(z.enum(['comment', 'notification']), message_type),
			subtype: expected(z.string(), subtype_xmlid),
		});
		return environment.server.version === 18 ? id : [id];
	},
};

/** Methods of records that have a chatter. */
export const threadMethods: Record<string, Method> = { message_post: messagePost };
