import type { BlueprintRecord } from '../BlueprintRecord';
import { outboxDomains } from './domains';
import { inArch, viewRecord } from './viewRecord';

const list = `
<list create="0" edit="0" delete="0" decoration-muted="x_state == 'acknowledged'" decoration-danger="x_state == 'dead'">
	<header><button name="n8n_approvals.action_replay" type="action" string="Replay"/></header>
	<field name="id" string="No."/>
	<field name="create_date" string="Written"/>
	<field name="x_name" string="About"/>
	<field name="x_event"/>
	<field name="x_model" optional="hide"/>
	<field name="x_area" optional="hide"/>
	<field name="x_actor_id" widget="many2one_avatar_user"/>
	<field name="x_state" widget="badge" decoration-info="x_state == 'pending'" decoration-success="x_state == 'acknowledged'" decoration-danger="x_state == 'dead'"/>
	<field name="x_attempts"/>
	<field name="x_delivery_seconds" invisible="x_state != 'acknowledged'" optional="hide"/>
	<field name="x_next_at" invisible="x_state != 'pending'" optional="show"/>
	<field name="x_case_id" optional="show"/>
	<field name="x_last_error" optional="show"/>
	<field name="x_execution_id" optional="hide"/>
	<field name="x_trace_id" optional="hide"/>
	<field name="x_sent_at" optional="hide"/>
	<field name="x_leased_until" optional="hide"/>
</list>`;

const search = `
<search>
	<field name="x_name" string="About"/>
	<field name="x_case_id"/>
	<field name="x_model"/>
	<field name="x_res_id"/>
	<field name="x_trace_id"/>
	<filter name="dead" string="Dead Letters" domain="${outboxDomains.dead}"/>
	<filter name="troubled" string="Given Up or Sent Again" domain="${inArch(outboxDomains.troubled)}"/>
	<filter name="failed" string="Failed in n8n" domain="[('x_state', '=', 'pending'), ('x_last_error', '!=', False)]"/>
	<filter name="pending" string="On Its Way" domain="[('x_state', '=', 'pending')]"/>
	<filter name="acknowledged" string="Acknowledged" domain="${outboxDomains.acknowledged}"/>
	<separator/>
	<filter name="written" string="Written" date="create_date"/>
	<group>
		<filter name="by_state" string="State" context="{'group_by': 'x_state'}"/>
		<filter name="by_area" string="Area" context="{'group_by': 'x_area'}"/>
		<filter name="by_event" string="Event" context="{'group_by': 'x_event'}"/>
		<filter name="by_delivery_time" string="Delivery Time" context="{'group_by': 'x_delivered_within'}"/>
		<filter name="by_error" string="Error" context="{'group_by': 'x_last_error'}"/>
		<filter name="by_day" string="Day" context="{'group_by': 'create_date:day'}"/>
	</group>
</search>`;

const pivot = `
<pivot string="Events">
	<field name="x_area" type="row"/>
	<field name="x_state" type="col"/>
	<field name="x_res_id" invisible="1"/>
</pivot>`;

const graph = `
<graph string="Events" type="bar" stacked="1">
	<field name="create_date" interval="day"/>
	<field name="x_state"/>
	<field name="x_res_id" invisible="1"/>
</graph>`;

export const outboxViews: BlueprintRecord[] = [
	viewRecord('outbox', 'list', list),
	viewRecord('outbox', 'search', search),
	viewRecord('outbox', 'pivot', pivot),
	viewRecord('outbox', 'graph', graph),
];
