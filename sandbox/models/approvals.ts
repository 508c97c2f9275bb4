import { suggestedActions } from '../../src/domain/advice/adviceSection';
import { reasonCodes } from '../../src/domain/case/reasonCodes';
import {
	acts,
	caseEventTypes,
	caseStates,
	decisions,
	recordOutcomes,
} from '../../src/domain/case/vocabulary';
import { eventTypes } from '../../src/domain/events/eventSection';
import { userError } from '../OdooFault';
import { recordDecision } from '../ledger/recordDecision';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { fields } from '../orm/fields';
import { idIn } from '../orm/rowValues';
import { approvalGroups } from './approvalGroups';
import { defineModel, groups } from './defineModel';
import { threadMethods } from './messages';

const everyone = Object.values(approvalGroups);

/** Nobody writes these directly, not even an administrator: the ledger does. */
const readOnly = (read: readonly string[]) => ({ read, write: [], create: [], unlink: [] });

const choices = (values: readonly string[]) => values.map((value) => [value, value] as const);

/** Who approves sees every case; everybody else what they have asked for or look after. */
function isConcerned(caseRow: Row | undefined, environment: Environment): boolean {
	return (
		environment.isInAny(everyone) ||
		(caseRow !== undefined &&
			[idIn(caseRow, 'x_requester_id'), idIn(caseRow, 'x_owner_id')].includes(environment.userId))
	);
}

function isConcernedByCase(row: Row, environment: Environment): boolean {
	const caseId = idIn(row, 'x_case_id') ?? 0;
	return isConcerned(environment.database.find('x_approval_case', caseId), environment);
}

export const caseModel = defineModel({
	name: 'x_approval_case',
	label: 'Approval Case',
	nameField: 'x_name',
	order: 'id desc',
	access: readOnly([...everyone, groups.internal]),
	mayTouch: (row, environment) => isConcerned(row, environment),
	methods: threadMethods,
	fields: {
		x_name: fields.char('Name'),
		x_key: fields.char('Key'),
		x_area: fields.char('Area'),
		x_model: fields.char('Record Model'),
		x_res_id: fields.integer('Record ID'),
		x_record_name: fields.char('Record'),
		x_company_id: fields.many2one('Company', 'res.company'),
		x_partner_id: fields.many2one('Customer or Supplier', 'res.partner'),
		x_state: fields.selection('State', choices(caseStates)),
		x_outcome: fields.selection('What Became of It', choices(recordOutcomes)),
		x_open: fields.boolean('Open'),
		x_version: fields.integer('Version'),
		x_step: fields.integer('Step'),
		x_round: fields.integer('Round'),
		/** Last round in which approvers were sent their links. */
		x_notified_round: fields.integer('Notified Round'),
		x_fingerprint: fields.char('Fingerprint'),
		x_outbox_id: fields.integer('Event ID'),
		x_trace_id: fields.char('Trace ID'),
		x_asked_at: fields.datetime('Asked For At'),
		x_amount: fields.float('Amount'),
		x_currency: fields.char('Currency'),
		x_requester_id: fields.many2one('Requester', 'res.users'),
		x_approver_ids: fields.many2many('Asked Now', 'res.users'),
		x_eligible_ids: fields.many2many('Who Could Decide', 'res.users'),
		x_policy_id: fields.char('Policy'),
		x_policy_version: fields.char('Policy Version'),
		x_policy_hash: fields.char('Policy Hash'),
		x_policy_outcome: fields.char('Policy Says'),
		x_rule: fields.char('Rule'),
		x_near_miss: fields.boolean('Nearly Asked About'),
		x_risk_score: fields.float('Risk Score'),
		x_sampled: fields.boolean('Drawn as a Sample'),
		x_odoo_only: fields.boolean('Decided in Odoo Only'),
		x_bulk_allowed: fields.boolean('May Be Approved With Others'),
		x_expedited: fields.boolean('Urgent'),
		x_shadow_outcome: fields.char('Shadow Policy Says'),
		x_shadow_disagrees: fields.boolean('Shadow Policy Disagrees'),
		x_advice_source: fields.selection('Advice From', choices(['model', 'rules'])),
		x_advice_fallback: fields.char('Why No Model'),
		x_advice_uncertain: fields.boolean('Advice Is Uncertain'),
		x_advice_action: fields.selection('Advised', choices(suggestedActions)),
		x_advice_disagrees: fields.boolean('Decided Against Advice'),
		x_routing_hours: fields.float('Routing (Hours)'),
		x_decision_hours: fields.float('Deciding (Hours)'),
		x_applying_hours: fields.float('Applying (Hours)'),
		x_decided_within: fields.selection(
			'Decision Time',
			choices(['001h', '004h', '024h', '096h', '168h', 'longer']),
		),
		x_decided_through: fields.selection('Policy or People', choices(['policy', 'people'])),
		x_summary: fields.text('Summary'),
		x_sla_class: fields.char('SLA Class'),
		x_warn_at: fields.datetime('Warn At'),
		x_due_at: fields.datetime('Due'),
		x_promised_at: fields.datetime('Promised By'),
		x_paused_until: fields.datetime('Clock Stands Still Until'),
		x_pause_reason: fields.char('Waiting For'),
		x_promise: fields.selection('Promise', choices(['kept', 'warned', 'broken'])),
		x_late_minutes: fields.float('Late By (Working Minutes)'),
		x_owner_id: fields.many2one('Looked After By', 'res.users'),
		x_breached: fields.boolean('Decided Late'),
		x_escalation_level: fields.integer('Escalation Level'),
		x_exhausted: fields.boolean('Escalation Ended'),
		x_decided_by: fields.many2one('Decided By', 'res.users'),
		x_decided_at: fields.datetime('Decided At'),
		x_ended_at: fields.datetime('Carried Out At'),
		x_reason_code: fields.char('Reason Code'),
		x_reason: fields.text('Reason'),
		x_resume_url: fields.char('Resume Address'),
		x_execution_id: fields.char('Execution'),
		x_supersedes_id: fields.many2one('Supersedes', 'x_approval_case'),
		x_last_hash: fields.char('Last Hash'),
		x_document: fields.json('Document'),
		x_event_ids: fields.one2many('Trail', 'x_approval_event', 'x_case_id'),
	},
});

export const eventModel = defineModel({
	name: 'x_approval_event',
	label: 'Approval Event',
	nameField: 'x_name',
	access: readOnly([...everyone, groups.internal]),
	mayTouch: isConcernedByCase,
	guardUnlink: () => {
		throw userError(
			'The trail of an approval is append-only: nobody can change or delete an entry.',
		);
	},
	fields: {
		x_name: fields.char('Name'),
		x_case_id: fields.many2one('Case', 'x_approval_case', { required: true }),
		x_seq: fields.integer('No.'),
		x_type: fields.selection('Event', choices(caseEventTypes)),
		x_at: fields.datetime('When'),
		x_actor_id: fields.many2one('Who', 'res.users'),
		x_payload: fields.text('Payload'),
		x_previous_hash: fields.char('Previous Hash'),
		x_hash: fields.char('Hash'),
	},
});

/** People decide in Odoo by creating one of these; the ledger says whether it counts. */
export const decisionModel = defineModel({
	name: 'x_approval_decision',
	afterCreate: recordDecision,
	label: 'Approval Decision',
	nameField: 'x_name',
	order: 'id desc',
	access: {
		...readOnly([...everyone, groups.internal]),
		create: [approvalGroups.approver, approvalGroups.manager, groups.internal],
	},
	mayTouch: isConcernedByCase,
	fields: {
		x_name: fields.char('Name'),
		x_case_id: fields.many2one('Case', 'x_approval_case', { required: true }),
		x_decision: fields.selection('Decision', choices(decisions)),
		x_act: fields.selection('Act', choices(acts)),
		x_forward_to_id: fields.many2one('Forward To', 'res.users'),
		x_reason_kind: fields.selection('Kind of Reason', choices(reasonCodes)),
		x_reason: fields.text('Reason'),
		x_refusal: fields.char('Refused Because'),
	},
});

/** Only administrators read it: it holds signing keys. */
export const subscriptionModel = defineModel({
	name: 'x_approval_subscription',
	label: 'Approval Subscription',
	nameField: 'x_name',
	access: readOnly([groups.settings]),
	fields: {
		x_name: fields.char('Name'),
		x_key: fields.char('Key'),
		x_topic: fields.selection('Topic', choices(['record', 'case'])),
		x_area: fields.char('Area'),
		x_url: fields.char('Address'),
		x_signing_key: fields.char('Signing Key'),
		x_active: fields.boolean('Active'),
		x_user_id: fields.many2one('Subscribed By', 'res.users'),
		x_instance: fields.char('n8n'),
		x_workflow: fields.char('Workflow'),
		x_pushed: fields.boolean('Sent by Webhook'),
		x_copies: fields.boolean('Copies of the Database Too'),
		x_database: fields.char('Database'),
		x_filter: fields.text('Filter'),
		x_send_fields: fields.text('Fields Sent Along'),
		x_watch: fields.text('Listens For'),
		x_needs_rule: fields.boolean('Needs an Administrator'),
		x_since: fields.datetime('Listens Since'),
		x_inactive_since: fields.datetime('Silent Since'),
		x_expires_at: fields.datetime('Test Ends'),
	},
});

export const outboxModel = defineModel({
	name: 'x_approval_outbox',
	label: 'Approval Outbox',
	nameField: 'x_name',
	order: 'id desc',
	access: readOnly([approvalGroups.integration, approvalGroups.manager]),
	fields: {
		x_name: fields.char('Name'),
		x_subscription_id: fields.many2one('Subscription', 'x_approval_subscription'),
		x_topic: fields.selection('Topic', choices(['record', 'case'])),
		x_area: fields.char('Area'),
		x_event: fields.selection('Event', choices(eventTypes)),
		x_model: fields.char('Record Model'),
		x_res_id: fields.integer('Record ID'),
		x_values: fields.text('Values Sent Along'),
		x_actor_id: fields.many2one('Changed By', 'res.users'),
		x_state: fields.selection('State', choices(['pending', 'acknowledged', 'dead'])),
		x_requested: fields.boolean('Asked for Expressly'),
		x_attempts: fields.integer('Attempts'),
		x_sent_at: fields.datetime('Last Attempt'),
		x_next_at: fields.datetime('Next Attempt'),
		x_leased_until: fields.datetime('Handed Out Until'),
		x_execution_id: fields.char('Execution'),
		x_last_error: fields.char('Last Error'),
		x_acknowledged_at: fields.datetime('Acknowledged At'),
		x_case_id: fields.many2one('Case', 'x_approval_case'),
		x_transaction: fields.char('Transaction'),
		x_trace_id: fields.char('Trace ID'),
	},
});

export const blueprintModel = defineModel({
	name: 'x_approval_blueprint',
	label: 'Approval Blueprint',
	nameField: 'x_name',
	access: readOnly([approvalGroups.integration, groups.settings]),
	fields: {
		x_name: fields.char('Name'),
		x_version: fields.char('Version'),
		x_ledger_action_id: fields.integer('Ledger Action'),
		x_insights_action_id: fields.integer('Insights Action'),
		x_manifest: fields.text('Manifest'),
	},
});
