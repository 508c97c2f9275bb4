import type { SuggestedAction } from '../../../domain/advice/adviceSection';
import type { CaseState, RecordOutcome } from '../../../domain/case/vocabulary';
import { field, type ModelDescription, selection } from './modelRecords';
import { classOfTime, program, reckoned, reckonedChoice, timeBetween } from './reckoned';

export const stateWords: Record<CaseState, string> = {
	pending: 'Pending',
	approved: 'Approved',
	rejected: 'Rejected',
	sent_back: 'Sent Back',
	superseded: 'Superseded',
};

const outcomeWords: Record<RecordOutcome, string> = {
	none: 'Nothing Yet',
	released: 'Carried Out',
	kept: 'Left as It Was',
	not_released: 'Refused by Odoo',
	changed: 'Record Changed',
};

/** Whether people decided by the time that the SLA class promises. */
const promiseWords = {
	kept: 'Kept',
	warned: 'Kept, After a Warning',
	broken: 'Broken',
};

/** Who wrote the advice. */
const adviceSources = { model: 'Language Model', rules: 'Facts and Rules' };

const suggestedActionWords: Record<SuggestedAction, string> = {
	approve: 'Approve',
	reject: 'Reject',
	send_back: 'Send Back',
	investigate: 'Investigate',
};

/** Reckoned by Odoo itself when a person has decided, so that nothing that decides reads advice. */
const disagreement = reckoned(program('advice_disagrees.py'), [
	'x_state',
	'x_decided_by',
	'x_advice_action',
	'x_advice_uncertain',
]);

const deciders = { policy: 'Policy', people: 'People' };

/** Limits that the figures of Approval Insights have, too; values in an order that a database sorts them in. */
const decisionTimes = {
	limits: { '001h': 3_600, '004h': 14_400, '024h': 86_400, '096h': 345_600, '168h': 604_800 },
	longer: 'longer',
	words: {
		'001h': 'Within an Hour',
		'004h': 'Within 4 Hours',
		'024h': 'Within a Day',
		'096h': 'Within 4 Days',
		'168h': 'Within a Week',
		longer: 'Longer Than a Week',
	},
};

const user = { relation: 'res.users', on_delete: 'restrict' };

/** The approval case: one matter to be decided, from opening to decision. */
export const caseModel: ModelDescription = {
	key: 'case',
	label: 'Approval Case',
	order: 'id desc',
	isThread: true,
	fields: [
		field('char', 'x_key', 'Key', { index: true }),
		field('char', 'x_area', 'Area', { index: true }),
		field('char', 'x_area_label', 'Matter'),
		field('char', 'x_model', 'Record Model'),
		field('integer', 'x_res_id', 'Record ID', { index: true }),
		field('char', 'x_record_name', 'Record'),
		field('char', 'x_record_url', 'Record Address'),
		field('many2one', 'x_company_id', 'Company', {
			relation: 'res.company',
			on_delete: 'set null',
		}),
		field('many2one', 'x_partner_id', 'Customer or Supplier', {
			relation: 'res.partner',
			on_delete: 'set null',
		}),
		selection('x_state', 'State', stateWords, {
			tracking: 1,
			index: true,
			group_expand: true,
		}),
		selection('x_outcome', 'Outcome', outcomeWords),
		field('boolean', 'x_open', 'Open'),
		field('integer', 'x_version', 'Version'),
		field('integer', 'x_step', 'Step'),
		field('integer', 'x_round', 'Round'),
		field('integer', 'x_notified_round', 'Round of the Links Sent'),
		field('char', 'x_fingerprint', 'Fingerprint'),
		field('integer', 'x_outbox_id', 'Event ID'),
		field('char', 'x_trace_id', 'Trace ID', { index: true }),
		field('datetime', 'x_asked_at', 'Asked For At'),
		field('float', 'x_amount', 'Amount'),
		field('char', 'x_currency', 'Currency'),
		field('many2one', 'x_requester_id', 'Requester', user),
		field('many2many', 'x_approver_ids', 'Asked Now', { relation: 'res.users' }),
		field('many2many', 'x_eligible_ids', 'Who Could Decide', {
			relation: 'res.users',
			// Left to itself, Odoo gives two such fields the same table.
			relation_table: 'x_approval_case_eligible_rel',
			column1: 'case_id',
			column2: 'user_id',
		}),
		field('char', 'x_policy_id', 'Policy'),
		field('char', 'x_policy_version', 'Policy Version'),
		field('char', 'x_policy_hash', 'Policy Hash'),
		field('char', 'x_policy_outcome', 'Policy Says'),
		field('char', 'x_rule', 'Rule'),
		field('boolean', 'x_near_miss', 'Nearly Asked About'),
		field('float', 'x_risk_score', 'Risk Score'),
		field('boolean', 'x_sampled', 'Drawn as a Sample'),
		field('boolean', 'x_odoo_only', 'Decided in Odoo Only'),
		field('boolean', 'x_bulk_allowed', 'May Be Approved With Others'),
		field('boolean', 'x_expedited', 'Urgent'),
		field('char', 'x_shadow_outcome', 'Shadow Policy Says'),
		field('boolean', 'x_shadow_disagrees', 'Shadow Policy Disagrees'),
		field('char', 'x_headline', 'In Short'),
		field('text', 'x_summary', 'Summary'),
		field('html', 'x_overview', 'Overview'),
		selection('x_advice_source', 'Advice From', adviceSources),
		field('char', 'x_advice_fallback', 'Why No Model'),
		field('boolean', 'x_advice_uncertain', 'Advice Is Uncertain'),
		selection('x_advice_action', 'Advised', suggestedActionWords),
		field('char', 'x_sla_class', 'SLA Class'),
		field('datetime', 'x_warn_at', 'Warn At'),
		field('datetime', 'x_due_at', 'Due', { index: true }),
		field('datetime', 'x_promised_at', 'Promised By'),
		field('datetime', 'x_paused_until', 'Clock Stands Still Until'),
		field('char', 'x_pause_reason', 'Waiting For'),
		field('boolean', 'x_breached', 'Decided Late'),
		selection('x_promise', 'Promise', promiseWords),
		field('float', 'x_late_minutes', 'Late By (Working Minutes)'),
		field('integer', 'x_escalation_level', 'Escalation Level'),
		field('boolean', 'x_exhausted', 'Escalation Ended'),
		field('many2one', 'x_owner_id', 'Looked After By', user),
		field('many2one', 'x_decided_by', 'Decided By', user),
		field('datetime', 'x_decided_at', 'Decided At'),
		field('datetime', 'x_ended_at', 'Carried Out At'),
		field('char', 'x_reason_code', 'Reason Code'),
		field('text', 'x_reason', 'Reason'),
		field('char', 'x_resume_url', 'Resume Address'),
		field('char', 'x_execution_id', 'Execution'),
		field('many2one', 'x_supersedes_id', 'Supersedes', {
			relation: 'x_approval_case',
			on_delete: 'restrict',
		}),
		field('char', 'x_last_hash', 'Last Hash'),
		field('json', 'x_document', 'Document'),
		field('one2many', 'x_event_ids', 'Trail', {
			relation: 'x_approval_event',
			relation_field: 'x_case_id',
		}),
		field('boolean', 'x_advice_disagrees', 'Decided Against Advice', disagreement),
		timeBetween('x_routing_hours', 'Routing (Hours)', ['x_asked_at', 'create_date'], 'hours'),
		timeBetween('x_decision_hours', 'Deciding (Hours)', ['create_date', 'x_decided_at'], 'hours'),
		timeBetween('x_applying_hours', 'Applying (Hours)', ['x_decided_at', 'x_ended_at'], 'hours'),
		classOfTime(
			'x_decided_within',
			'Decision Time',
			['create_date', 'x_decided_at'],
			decisionTimes,
		),
		reckonedChoice(
			'x_decided_through',
			'Policy or People',
			deciders,
			program('policy_or_people.py'),
			['x_decided_at', 'x_decided_by'],
		),
	],
};
