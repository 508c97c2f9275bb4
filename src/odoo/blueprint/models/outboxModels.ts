import { eventTypes, type EventType } from '../../../domain/events/eventSection';
import { field, type ModelDescription, selection } from './modelRecords';
import { classOfTime, type Ends, timeBetween } from './reckoned';

const topicWords = { record: 'Record', case: 'Case' };

const typeWords: Record<EventType, string> = {
	saved: 'Asks for Approval',
	case_changed: 'Case Decided or Changed',
	created: 'Created',
	updated: 'Updated',
	reached: 'Reached a Value',
	deleted: 'Deleted',
	due: 'Date Has Come',
};

/** Where events are sent, or by whom they are claimed. Only administrators read it: it holds signing keys. */
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
		field('many2one', 'x_user_id', 'Subscribed By', {
			relation: 'res.users',
			on_delete: 'restrict',
		}),
		field('char', 'x_instance', 'n8n'),
		field('char', 'x_workflow', 'Workflow'),
		field('boolean', 'x_pushed', 'Sent by Webhook'),
		field('boolean', 'x_copies', 'Copies of the Database Too'),
		field('char', 'x_database', 'Database'),
		field('text', 'x_filter', 'Filter'),
		field('text', 'x_send_fields', 'Fields Sent Along'),
		field('text', 'x_watch', 'Listens For'),
		field('boolean', 'x_needs_rule', 'Needs an Administrator'),
		field('datetime', 'x_since', 'Listens Since'),
		field('datetime', 'x_inactive_since', 'Silent Since'),
		field('datetime', 'x_expires_at', 'Test Ends'),
		field('datetime', 'x_swept_at', 'Caught Up At'),
	],
};

const delivery: Ends = ['create_date', 'x_acknowledged_at'];

/** Values in an order that a database sorts them in. */
const deliveryTimes = {
	limits: { '0010s': 10, '0060s': 60, '0600s': 600, '3600s': 3_600 },
	longer: 'longer',
	words: {
		'0010s': 'Within 10 Seconds',
		'0060s': 'Within a Minute',
		'0600s': 'Within 10 Minutes',
		'3600s': 'Within an Hour',
		longer: 'Longer Than an Hour',
	},
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
			index: true,
		}),
		selection('x_topic', 'Topic', topicWords),
		field('char', 'x_area', 'Area'),
		selection('x_event', 'Event', wordsInOrder()),
		field('char', 'x_model', 'Record Model'),
		field('integer', 'x_res_id', 'Record ID', { index: true }),
		field('text', 'x_values', 'Values Sent Along'),
		field('text', 'x_before', 'Values Before'),
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
		field('datetime', 'x_sent_at', 'Last Attempt'),
		field('datetime', 'x_next_at', 'Next Attempt'),
		field('datetime', 'x_leased_until', 'Handed Out Until'),
		field('char', 'x_execution_id', 'Execution', { index: true }),
		field('char', 'x_last_error', 'Last Error'),
		field('datetime', 'x_acknowledged_at', 'Acknowledged At', { index: true }),
		field('many2one', 'x_case_id', 'Case', {
			relation: 'x_approval_case',
			on_delete: 'set null',
			index: true,
		}),
		field('char', 'x_transaction', 'Transaction', { index: true }),
		field('char', 'x_trace_id', 'Trace ID', { index: true }),
		timeBetween('x_delivery_seconds', 'Delivery (Seconds)', delivery, 'seconds'),
		classOfTime('x_delivered_within', 'Delivery Time', delivery, deliveryTimes),
	],
};

function wordsInOrder(): Record<string, string> {
	return Object.fromEntries(eventTypes.map((type) => [type, typeWords[type]]));
}
