/** Those asked now see the buttons; when nobody is left to ask, whoever may open the form. */
const ASKED = `invisible="x_state != 'pending' or (uid not in x_approver_ids and not x_exhausted)"`;
const ASKED_THEMSELVES = `invisible="x_state != 'pending' or uid not in x_approver_ids"`;
/** Approval managers may decide in the place of whoever is asked. */
const NOT_ASKED = `invisible="x_state != 'pending' or uid in x_approver_ids or x_exhausted" groups="n8n_approvals.group_manager"`;
const REQUESTED = `invisible="x_state != 'pending' or x_requester_id != uid"`;
const CONCERNED = `invisible="x_state != 'pending' or x_expedited or (uid not in x_approver_ids and x_requester_id != uid)"`;

/** The case as an approver reads it: what is asked, why, and what happened so far. */
export const caseForm = `
<form create="0" edit="0" delete="0" duplicate="0">
	<header>
		<button name="n8n_approvals.window_approve" type="action" string="Approve" class="btn-primary" ${ASKED}/>
		<button name="n8n_approvals.window_reject" type="action" string="Reject" class="btn-secondary" ${ASKED}/>
		<button name="n8n_approvals.window_send_back" type="action" string="Send Back" class="btn-secondary" ${ASKED}/>
		<button name="n8n_approvals.window_take_over" type="action" string="Decide in Their Place" class="btn-secondary" ${NOT_ASKED}/>
		<button name="n8n_approvals.window_forward" type="action" string="Forward" class="btn-secondary" ${ASKED_THEMSELVES}/>
		<button name="n8n_approvals.window_abstain" type="action" string="Leave to the Others" class="btn-secondary" ${ASKED_THEMSELVES}/>
		<button name="n8n_approvals.window_recall" type="action" string="Take Back" class="btn-secondary" ${REQUESTED}/>
		<button name="n8n_approvals.window_expedite" type="action" string="Mark as Urgent" class="btn-secondary" ${CONCERNED}/>
		<field name="x_state" widget="statusbar" statusbar_visible="pending,approved"/>
	</header>
	<sheet>
		<field name="x_exhausted" invisible="1"/>
		<field name="x_expedited" invisible="1"/>
		<div class="alert alert-danger" role="alert" invisible="not x_expedited or x_state != 'pending'">
			Somebody has marked this as urgent; the trail says why.
		</div>
		<widget name="web_ribbon" title="Carried Out" bg_color="text-bg-success" invisible="x_outcome != 'released'"/>
		<widget name="web_ribbon" title="Refused by Odoo" bg_color="text-bg-danger" invisible="x_outcome != 'not_released'"/>
		<widget name="web_ribbon" title="Superseded" bg_color="text-bg-secondary" invisible="x_state != 'superseded'"/>
		<div class="alert alert-warning" role="alert" invisible="not x_exhausted or x_state != 'pending'">
			Nobody decided in time and there is nobody left to escalate to. <field name="x_owner_id" readonly="1" options="{'no_open': True}"/> looks after it.
		</div>
		<div class="alert alert-info" role="alert" invisible="not x_paused_until or x_state != 'pending'">
			The clock stands still until <field name="x_paused_until" readonly="1"/>: <field name="x_pause_reason" readonly="1"/>
		</div>
		<div class="oe_title">
			<span class="text-muted"><field name="x_area_label"/></span>
			<h1><field name="x_record_name"/></h1>
		</div>
		<field name="x_summary" class="fs-4 mb-3" invisible="not x_summary"/>
		<group>
			<group>
				<label for="x_amount"/>
				<div class="o_row"><field name="x_amount"/><field name="x_currency"/></div>
				<field name="x_requester_id" widget="many2one_avatar_user"/>
				<field name="x_record_url" widget="url" text="Open Record" string="Record"/>
			</group>
			<group>
				<field name="x_approver_ids" widget="many2many_avatar_user" invisible="x_state != 'pending'"/>
				<field name="x_due_at" widget="remaining_days" invisible="x_state != 'pending' or not x_due_at"/>
				<field name="x_escalation_level" invisible="not x_escalation_level"/>
				<field name="x_decided_by" widget="many2one_avatar_user" invisible="not x_decided_by"/>
				<field name="x_decided_at" invisible="not x_decided_at"/>
				<field name="x_breached" invisible="not x_breached"/>
				<field name="x_promise" invisible="not x_promise"/>
				<field name="x_late_minutes" invisible="not x_late_minutes"/>
				<field name="x_reason_code" invisible="not x_reason_code"/>
				<field name="x_reason" invisible="not x_reason"/>
				<field name="x_outcome" invisible="x_outcome == 'none'"/>
				<field name="x_supersedes_id" invisible="not x_supersedes_id"/>
			</group>
		</group>
		<notebook>
			<page string="Overview" name="overview"><field name="x_overview" nolabel="1"/></page>
			<page string="Trail" name="trail">
				<field name="x_event_ids" nolabel="1">
					<list create="0" edit="0" delete="0" no_open="1">
						<field name="x_seq"/>
						<field name="x_at"/>
						<field name="x_name" string="What Happened"/>
						<field name="x_actor_id" widget="many2one_avatar_user" optional="show"/>
						<field name="x_hash" optional="hide"/>
					</list>
				</field>
			</page>
			<page string="Details" name="details">
				<group>
					<group string="Policy">
						<field name="x_policy_id"/>
						<field name="x_policy_version"/>
						<field name="x_policy_outcome"/>
						<field name="x_rule" invisible="not x_rule"/>
						<field name="x_near_miss" invisible="not x_near_miss"/>
						<field name="x_risk_score"/>
						<field name="x_sampled" invisible="not x_sampled"/>
						<field name="x_odoo_only" invisible="not x_odoo_only"/>
						<field name="x_bulk_allowed" invisible="not x_bulk_allowed"/>
						<field name="x_shadow_outcome" invisible="not x_shadow_outcome"/>
						<field name="x_shadow_disagrees" invisible="not x_shadow_disagrees"/>
						<field name="x_sla_class"/>
						<field name="x_warn_at"/>
						<field name="x_promised_at"/>
					</group>
					<group string="Advice" invisible="not x_advice_source">
						<field name="x_advice_source"/>
						<field name="x_advice_fallback" invisible="not x_advice_fallback"/>
						<field name="x_advice_uncertain" invisible="not x_advice_uncertain"/>
						<field name="x_advice_action" invisible="not x_advice_action"/>
						<field name="x_advice_disagrees" invisible="not x_advice_disagrees"/>
					</group>
					<group string="Identity">
						<field name="x_key"/>
						<field name="x_version"/>
						<field name="x_step"/>
						<field name="x_round"/>
						<field name="x_outbox_id"/>
						<field name="x_execution_id"/>
						<field name="x_trace_id"/>
					</group>
					<group string="Seals" colspan="2">
						<field name="x_fingerprint"/>
						<field name="x_policy_hash"/>
						<field name="x_last_hash"/>
					</group>
				</group>
			</page>
		</notebook>
	</sheet>
	<chatter/>
</form>`;
