import { field, type ModelDescription, selection } from './modelRecords';

const topicWords = { record: 'Record', case: 'Case' };

/** Where the events of an area are sent. Nobody reads it over the API: it holds signing keys. */
export const subscriptionModel: ModelDescription = {
	key: 'subscription',
	label: 'Approval Subscription',
	order: 'id',
	fields: [
		field('char', 'x_key', 'Key'),
		selection('x_topic', 'Topic', topicWords),
		field('char', 'x_area', 'Area'),
		field('char', 'x_url', 'Address'),
		field('char', 'x_signing_key', 'Signing Key'),
		field('boolean', 'x_active', 'Active'),
	],
};

/** Events on their way to n8n, written in the transaction of what they tell about. */
export const outboxModel: ModelDescription = {
	key: 'outbox',
	label: 'Approval Outbox',
	order: 'id desc',
	fields: [
		field('many2one', 'x_subscription_id', 'Subscription', {
			relation: 'x_approval_subscription',
			on_delete: 'restrict',
		}),
		selection('x_topic', 'Topic', topicWords),
		field('char', 'x_area', 'Area'),
		field('char', 'x_model', 'Record Model'),
		field('integer', 'x_res_id', 'Record ID', { index: true }),
		field('many2one', 'x_actor_id', 'Changed By', {
			relation: 'res.users',
			on_delete: 'restrict',
		}),
		selection(
			'x_state',
			'State',
			{ pending: 'On Its Way', acknowledged: 'Acknowledged', dead: 'Dead' },
			{ index: true },
		),
		field('boolean', 'x_requested', 'Asked for Expressly'),
		field('integer', 'x_attempts', 'Attempts'),
		field('datetime', 'x_next_at', 'Next Attempt'),
		field('char', 'x_last_error', 'Last Error'),
		field('datetime', 'x_acknowledged_at', 'Acknowledged At'),
		field('many2one', 'x_case_id', 'Case', {
			relation: 'x_approval_case',
			on_delete: 'set null',
		}),
		field('char', 'x_transaction', 'Transaction', { index: true }),
	],
};
