import { caseDomains } from './domains';
import { inArch } from './viewRecord';

const UTC = "to_utc().strftime('%Y-%m-%d %H:%M:%S')";
const NOW = `datetime.datetime.now().${UTC}`;
const before = (hours: number) =>
	`(datetime.datetime.now() - datetime.timedelta(hours=${String(hours)})).${UTC}`;

/** What cases are found by: whose turn it is, what became of them, and what the figures are about. */
export const caseSearch = `
<search>
	<field name="x_name" string="Record" filter_domain="[('x_name', 'ilike', self)]"/>
	<field name="x_area_label"/>
	<field name="x_partner_id"/>
	<field name="x_requester_id"/>
	<field name="x_approver_ids"/>
	<field name="x_decided_by"/>
	<field name="x_trace_id"/>
	<field name="x_policy_id"/>
	<filter name="waiting_for_me" string="Waiting for Me" domain="[('x_state', '=', 'pending'), '|', ('x_approver_ids', 'in', [uid]), ('x_owner_id', '=', uid)]"/>
	<filter name="urgent" string="Urgent" domain="[('x_state', '=', 'pending'), ('x_expedited', '=', True)]"/>
	<filter name="low_risk" string="May Be Approved With Others" domain="[('x_state', '=', 'pending'), ('x_bulk_allowed', '=', True)]"/>
	<filter name="requested_by_me" string="Requested by Me" domain="[('x_requester_id', '=', uid)]"/>
	<separator/>
	<filter name="pending" string="Pending" domain="${caseDomains.pending}"/>
	<filter name="overdue" string="Overdue" domain="[('x_state', '=', 'pending'), ('x_due_at', '&lt;', ${NOW})]"/>
	<filter name="waits_for_a_day" string="Waits Over a Day" domain="[('x_state', '=', 'pending'), ('create_date', '&lt;', ${before(24)})]"/>
	<filter name="waits_for_a_week" string="Waits Over a Week" domain="[('x_state', '=', 'pending'), ('create_date', '&lt;', ${before(168)})]"/>
	<filter name="exhausted" string="In the Manual Queue" domain="[('x_state', '=', 'pending'), ('x_exhausted', '=', True)]"/>
	<filter name="mine_to_look_after" string="Looked After by Me" domain="[('x_state', '=', 'pending'), ('x_owner_id', '=', uid)]"/>
	<filter name="paused" string="Clock Stands Still" domain="[('x_state', '=', 'pending'), ('x_paused_until', '&gt;', ${NOW})]"/>
	<separator/>
	<filter name="by_policy" string="Decided by Policy" domain="${caseDomains.byPolicy}"/>
	<filter name="by_people" string="Decided by People" domain="${caseDomains.byPeople}"/>
	<separator/>
	<filter name="exceptions" string="Exceptions" domain="${caseDomains.exceptions}"/>
	<filter name="overridden" string="Overridden by People" domain="${caseDomains.overridden}"/>
	<filter name="nearly_asked" string="Nearly Asked About" domain="${caseDomains.nearlyAsked}"/>
	<filter name="sampled" string="Drawn as a Sample" domain="${caseDomains.sampled}"/>
	<filter name="shadow_disagrees" string="Shadow Policy Disagrees" domain="[('x_shadow_disagrees', '=', True)]"/>
	<separator/>
	<filter name="refused" string="Refused by Odoo" domain="[('x_outcome', '=', 'not_released')]"/>
	<filter name="sent_back" string="Sent Back" domain="${caseDomains.sentBack}"/>
	<filter name="superseded" string="Superseded" domain="${caseDomains.superseded}"/>
	<filter name="asked_again" string="Asked Again" domain="${caseDomains.askedAgain}"/>
	<separator/>
	<filter name="late" string="Decided Late" domain="[('x_breached', '=', True)]"/>
	<filter name="broken_promise" string="Promise Broken" domain="${caseDomains.brokenPromises}"/>
	<filter name="after_warning" string="Promise Kept After a Warning" domain="${caseDomains.afterWarning}"/>
	<filter name="escalated" string="Escalated" domain="${inArch(caseDomains.escalated)}"/>
	<separator/>
	<filter name="advice_from_rules" string="Advice Without a Model" domain="[('x_advice_source', '=', 'rules')]"/>
	<filter name="advice_uncertain" string="Advice Is Uncertain" domain="[('x_advice_uncertain', '=', True)]"/>
	<filter name="advice_disagrees" string="Decided Against Advice" domain="[('x_advice_disagrees', '=', True)]"/>
	<separator/>
	<filter name="opened" string="Opened" date="create_date"/>
	<filter name="decided" string="Decided" date="x_decided_at"/>
	<group>
		<filter name="by_state" string="State" context="{'group_by': 'x_state'}"/>
		<filter name="by_area" string="Area" context="{'group_by': 'x_area_label'}"/>
		<filter name="by_company" string="Company" context="{'group_by': 'x_company_id'}" groups="base.group_multi_company"/>
		<filter name="by_partner" string="Customer or Supplier" context="{'group_by': 'x_partner_id'}"/>
		<filter name="by_requester" string="Requester" context="{'group_by': 'x_requester_id'}"/>
		<filter name="by_approver" string="Asked Now" context="{'group_by': 'x_approver_ids'}"/>
		<filter name="by_decider" string="Decided By" context="{'group_by': 'x_decided_by'}"/>
		<filter name="by_way" string="Policy or People" context="{'group_by': 'x_decided_through'}"/>
		<filter name="by_policy_id" string="Policy" context="{'group_by': 'x_policy_id'}"/>
		<filter name="by_policy_version" string="Policy Version" context="{'group_by': 'x_policy_version'}"/>
		<filter name="by_rule" string="Rule" context="{'group_by': 'x_rule'}"/>
		<filter name="by_decision_time" string="Decision Time" context="{'group_by': 'x_decided_within'}"/>
		<filter name="by_promise" string="Promise" context="{'group_by': 'x_promise'}"/>
		<filter name="by_month" string="Month" context="{'group_by': 'create_date:month'}"/>
	</group>
</search>`;
