import type { BlueprintRecord } from '../BlueprintRecord';
import { caseForm } from './caseForm';
import { viewRecord } from './viewRecord';

const list = `
<list create="0" edit="0" delete="0" decoration-bf="x_expedited and x_state == 'pending'" decoration-muted="x_state in ('superseded', 'sent_back')" decoration-danger="x_outcome == 'not_released'">
	<field name="x_record_name"/>
	<field name="x_area_label" width="150px"/>
	<field name="x_headline" optional="show"/>
	<field name="x_amount" optional="show"/>
	<field name="x_currency" string=" " width="50px" optional="show"/>
	<field name="x_requester_id" widget="many2one_avatar_user" optional="show"/>
	<field name="x_approver_ids" widget="many2many_avatar_user" optional="show"/>
	<field name="x_due_at" widget="remaining_days" invisible="x_state != 'pending'" optional="show"/>
	<field name="x_state" widget="badge" decoration-info="x_state == 'pending'" decoration-success="x_state == 'approved'" decoration-danger="x_state == 'rejected'" decoration-warning="x_state == 'sent_back'"/>
	<field name="x_outcome" width="130px" optional="show" invisible="x_outcome == 'none'"/>
	<field name="x_decided_by" widget="many2one_avatar_user" optional="hide"/>
	<field name="x_decided_at" optional="hide"/>
	<field name="x_breached" optional="hide"/>
	<field name="x_promise" optional="hide"/>
	<field name="x_late_minutes" optional="hide"/>
	<field name="x_promised_at" optional="hide"/>
	<field name="x_paused_until" optional="hide"/>
	<field name="x_owner_id" widget="many2one_avatar_user" optional="hide"/>
	<field name="x_escalation_level" optional="hide"/>
	<field name="x_risk_score" optional="hide"/>
	<field name="x_sampled" optional="hide"/>
	<field name="x_expedited" optional="hide"/>
	<field name="x_bulk_allowed" optional="hide"/>
	<field name="x_shadow_outcome" optional="hide"/>
	<field name="x_shadow_disagrees" optional="hide"/>
	<field name="x_advice_source" optional="hide"/>
	<field name="x_advice_action" optional="hide"/>
	<field name="x_advice_disagrees" optional="hide"/>
</list>`;

/** Quoted as Odoo writes it back, so that a comparison finds no difference. */
const COLOURS = JSON.stringify({
	released: 'success',
	kept: 'info',
	not_released: 'danger',
	changed: 'warning',
}).replaceAll('"', '&quot;');

const kanban = `
<kanban default_group_by="x_state" records_draggable="0" group_create="0" group_edit="0" group_delete="0" create="0" edit="0" delete="0">
	<field name="x_state"/>
	<progressbar field="x_outcome" colors="${COLOURS}"/>
	<templates>
		<t t-name="card">
			<field name="x_record_name" class="fw-bold fs-5"/>
			<field name="x_area_label" class="text-muted"/>
			<div class="mt-1"><field name="x_amount"/> <field name="x_currency"/></div>
			<field name="x_headline" class="text-truncate"/>
			<footer>
				<field name="x_due_at" widget="remaining_days" invisible="x_state != 'pending'"/>
				<field name="x_decided_at" widget="date" invisible="x_state == 'pending'"/>
				<field name="x_requester_id" widget="many2one_avatar_user" class="ms-auto"/>
			</footer>
		</t>
	</templates>
</kanban>`;

const NOW = "datetime.datetime.now().to_utc().strftime('%Y-%m-%d %H:%M:%S')";

const search = `
<search>
	<field name="x_name" string="Record" filter_domain="[('x_name', 'ilike', self)]"/>
	<field name="x_area_label"/>
	<field name="x_requester_id"/>
	<field name="x_approver_ids"/>
	<field name="x_decided_by"/>
	<filter name="waiting_for_me" string="Waiting for Me" domain="[('x_state', '=', 'pending'), '|', ('x_approver_ids', 'in', [uid]), ('x_owner_id', '=', uid)]"/>
	<filter name="urgent" string="Urgent" domain="[('x_state', '=', 'pending'), ('x_expedited', '=', True)]"/>
	<filter name="low_risk" string="May Be Approved With Others" domain="[('x_state', '=', 'pending'), ('x_bulk_allowed', '=', True)]"/>
	<filter name="requested_by_me" string="Requested by Me" domain="[('x_requester_id', '=', uid)]"/>
	<separator/>
	<filter name="pending" string="Pending" domain="[('x_state', '=', 'pending')]"/>
	<filter name="overdue" string="Overdue" domain="[('x_state', '=', 'pending'), ('x_due_at', '&lt;', ${NOW})]"/>
	<filter name="exhausted" string="In the Manual Queue" domain="[('x_state', '=', 'pending'), ('x_exhausted', '=', True)]"/>
	<filter name="mine_to_look_after" string="Looked After by Me" domain="[('x_state', '=', 'pending'), ('x_owner_id', '=', uid)]"/>
	<filter name="paused" string="Clock Stands Still" domain="[('x_state', '=', 'pending'), ('x_paused_until', '&gt;', ${NOW})]"/>
	<separator/>
	<filter name="refused" string="Refused by Odoo" domain="[('x_outcome', '=', 'not_released')]"/>
	<filter name="late" string="Decided Late" domain="[('x_breached', '=', True)]"/>
	<separator/>
	<filter name="sampled" string="Drawn as a Sample" domain="[('x_sampled', '=', True)]"/>
	<filter name="shadow_disagrees" string="Shadow Policy Disagrees" domain="[('x_shadow_disagrees', '=', True)]"/>
	<separator/>
	<filter name="advice_from_rules" string="Advice Without a Model" domain="[('x_advice_source', '=', 'rules')]"/>
	<filter name="advice_uncertain" string="Advice Is Uncertain" domain="[('x_advice_uncertain', '=', True)]"/>
	<filter name="advice_disagrees" string="Decided Against Advice" domain="[('x_advice_disagrees', '=', True)]"/>
	<separator/>
	<filter name="opened" string="Opened" date="create_date"/>
	<group>
		<filter name="by_state" string="State" context="{'group_by': 'x_state'}"/>
		<filter name="by_area" string="Area" context="{'group_by': 'x_area_label'}"/>
		<filter name="by_requester" string="Requester" context="{'group_by': 'x_requester_id'}"/>
		<filter name="by_decider" string="Decided By" context="{'group_by': 'x_decided_by'}"/>
		<filter name="by_promise" string="Promise" context="{'group_by': 'x_promise'}"/>
		<filter name="by_month" string="Month" context="{'group_by': 'create_date:month'}"/>
	</group>
</search>`;

const graph = `
<graph string="Approval Cases" type="bar" stacked="1">
	<field name="x_area_label"/>
	<field name="x_state"/>
</graph>`;

const pivot = `
<pivot string="Approval Cases">
	<field name="x_area_label" type="row"/>
	<field name="x_state" type="col"/>
	<field name="x_amount" type="measure"/>
</pivot>`;

export const caseViews: BlueprintRecord[] = [
	viewRecord('case', 'form', caseForm),
	viewRecord('case', 'list', list),
	viewRecord('case', 'kanban', kanban),
	viewRecord('case', 'search', search),
	viewRecord('case', 'graph', graph),
	viewRecord('case', 'pivot', pivot),
];
