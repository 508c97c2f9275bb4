import type { BlueprintRecord } from '../BlueprintRecord';
import { caseForm } from './caseForm';
import { caseSearch } from './caseSearch';
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
	<field name="x_routing_hours" invisible="not x_asked_at" optional="hide"/>
	<field name="x_decision_hours" invisible="not x_decided_at" optional="hide"/>
	<field name="x_applying_hours" invisible="not x_ended_at" optional="hide"/>
	<field name="x_decided_within" optional="hide"/>
	<field name="x_decided_through" optional="hide"/>
	<field name="x_policy_id" optional="hide"/>
	<field name="x_policy_version" optional="hide"/>
	<field name="x_rule" optional="hide"/>
	<field name="x_near_miss" optional="hide"/>
	<field name="x_partner_id" optional="hide"/>
	<field name="x_company_id" groups="base.group_multi_company" optional="hide"/>
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

/** Numbers that say nothing when they are added up. */
const notMeasured = [
	'x_res_id',
	'x_version',
	'x_step',
	'x_round',
	'x_notified_round',
	'x_outbox_id',
	'x_risk_score',
]
	.map((name) => `<field name="${name}" invisible="1"/>`)
	.join('\n\t');

const graph = `
<graph string="Approval Cases" type="bar" stacked="1">
	<field name="x_area_label"/>
	<field name="x_state"/>
	${notMeasured}
</graph>`;

/** Counted and not added up, since amounts may be in several currencies. */
const pivot = `
<pivot string="Approval Cases">
	<field name="x_area_label" type="row"/>
	<field name="x_state" type="col"/>
	${notMeasured}
</pivot>`;

export const caseViews: BlueprintRecord[] = [
	viewRecord('case', 'form', caseForm),
	viewRecord('case', 'list', list),
	viewRecord('case', 'kanban', kanban),
	viewRecord('case', 'search', caseSearch),
	viewRecord('case', 'graph', graph),
	viewRecord('case', 'pivot', pivot),
];
