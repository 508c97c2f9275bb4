import type { BlueprintRecord } from '../BlueprintRecord';
import { viewRecord } from './viewRecord';

/** The dialog behind every button of a case; saving it is what is said. */
const decisionForm = `
<form string="Decision">
	<field name="x_case_id" invisible="1"/>
	<field name="x_act" invisible="1"/>
	<field name="x_eligible_ids" invisible="1" readonly="1"/>
	<group>
		<field name="x_decision" widget="radio" options="{'horizontal': true}" required="not x_act" invisible="not context.get('takes_over')"/>
		<field name="x_forward_to_id" string="To" domain="[('id', 'in', x_eligible_ids)]" options="{'no_create': true, 'no_open': true}" invisible="x_act != 'forwarded'" required="x_act == 'forwarded'"/>
		<field name="x_reason_kind" required="x_decision == 'rejected'" invisible="x_decision != 'rejected'"/>
		<field name="x_reason" string="Reason" required="x_decision in ('rejected', 'sent_back') or x_act in ('recalled', 'expedited') or context.get('takes_over')" placeholder="Kept in the trail and shown to the requester" nolabel="1" colspan="2"/>
	</group>
	<footer>
		<button special="save" string="Approve" class="btn-primary" invisible="x_decision != 'approved'"/>
		<button special="save" string="Reject" class="btn-danger" invisible="x_decision != 'rejected'"/>
		<button special="save" string="Send Back" class="btn-primary" invisible="x_decision != 'sent_back'"/>
		<button special="save" string="Leave to the Others" class="btn-primary" invisible="x_act != 'abstained'"/>
		<button special="save" string="Forward" class="btn-primary" invisible="x_act != 'forwarded'"/>
		<button special="save" string="Take Back" class="btn-primary" invisible="x_act != 'recalled'"/>
		<button special="save" string="Mark as Urgent" class="btn-primary" invisible="x_act != 'expedited'"/>
		<button special="cancel" string="Discard" class="btn-secondary"/>
	</footer>
</form>`;

const subscriptionList = `
<list create="0" edit="0" delete="0" decoration-muted="not x_active and not x_needs_rule" decoration-warning="x_needs_rule">
	<header>
		<button name="n8n_approvals.action_create_rules" type="action" string="Create Rule"/>
		<button name="n8n_approvals.action_stop_listening" type="action" string="Stop Listening"/>
	</header>
	<field name="x_topic" width="80px"/>
	<field name="x_area" width="170px"/>
	<field name="x_watch"/>
	<field name="x_filter" optional="show"/>
	<field name="x_url"/>
	<field name="x_pushed" string="Webhook" width="80px"/>
	<field name="x_active" string="Listening" width="80px"/>
	<field name="x_needs_rule" string="Needs Rule" width="90px"/>
	<field name="x_user_id" width="150px" optional="show"/>
	<field name="x_since" width="150px" optional="show"/>
	<field name="x_inactive_since" optional="hide"/>
	<field name="x_database" optional="hide"/>
	<field name="x_instance" optional="hide"/>
</list>`;

const subscriptionSearch = `
<search>
	<field name="x_area"/>
	<field name="x_url"/>
	<filter name="active" string="Listening" domain="[('x_active', '=', True)]"/>
	<filter name="needs_rule" string="Needs an Administrator" domain="[('x_needs_rule', '=', True)]"/>
</search>`;

export const otherViews: BlueprintRecord[] = [
	viewRecord('decision', 'form', decisionForm),
	viewRecord('subscription', 'list', subscriptionList),
	viewRecord('subscription', 'search', subscriptionSearch),
];
