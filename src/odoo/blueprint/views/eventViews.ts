import type { BlueprintRecord } from '../BlueprintRecord';
import { eventDomains } from './domains';
import { viewRecord } from './viewRecord';

const list = `
<list create="0" edit="0" delete="0" default_order="x_at desc, id desc">
	<field name="x_at"/>
	<field name="x_case_id"/>
	<field name="x_area_label" optional="show"/>
	<field name="x_type"/>
	<field name="x_name" string="What Happened" optional="show"/>
	<field name="x_actor_id" widget="many2one_avatar_user"/>
	<field name="x_partner_id" optional="hide"/>
	<field name="x_company_id" groups="base.group_multi_company" optional="hide"/>
	<field name="x_policy_id" optional="hide"/>
	<field name="x_policy_version" optional="hide"/>
</list>`;

const form = `
<form create="0" edit="0" delete="0" duplicate="0">
	<sheet>
		<div class="oe_title"><h1><field name="x_name"/></h1></div>
		<group>
			<group>
				<field name="x_case_id"/>
				<field name="x_area_label"/>
				<field name="x_partner_id"/>
				<field name="x_policy_id"/>
				<field name="x_policy_version"/>
			</group>
			<group>
				<field name="x_type"/>
				<field name="x_at"/>
				<field name="x_actor_id" widget="many2one_avatar_user"/>
				<field name="x_seq"/>
			</group>
		</group>
		<group string="Sealed">
			<field name="x_payload"/>
			<field name="x_previous_hash"/>
			<field name="x_hash"/>
		</group>
	</sheet>
</form>`;

const search = `
<search>
	<field name="x_case_id"/>
	<field name="x_name" string="What Happened"/>
	<field name="x_actor_id"/>
	<field name="x_area_label"/>
	<filter name="attempts" string="Attempts to Get Past" domain="${eventDomains.attempts}"/>
	<filter name="taken_over" string="Decided for Others" domain="${eventDomains.takenOver}"/>
	<separator/>
	<filter name="escalations" string="Escalations" domain="${eventDomains.escalations}"/>
	<filter name="refused_by_odoo" string="Refused by Odoo" domain="${eventDomains.refusedByOdoo}"/>
	<filter name="rework" string="Rework" domain="${eventDomains.rework}"/>
	<separator/>
	<filter name="when" string="When" date="x_at"/>
	<group>
		<filter name="by_type" string="Event" context="{'group_by': 'x_type'}"/>
		<filter name="by_actor" string="Who" context="{'group_by': 'x_actor_id'}"/>
		<filter name="by_area" string="Area" context="{'group_by': 'x_area_label'}"/>
		<filter name="by_company" string="Company" context="{'group_by': 'x_company_id'}" groups="base.group_multi_company"/>
		<filter name="by_partner" string="Customer or Supplier" context="{'group_by': 'x_partner_id'}"/>
		<filter name="by_policy_id" string="Policy" context="{'group_by': 'x_policy_id'}"/>
		<filter name="by_policy_version" string="Policy Version" context="{'group_by': 'x_policy_version'}"/>
		<filter name="by_month" string="Month" context="{'group_by': 'x_at:month'}"/>
	</group>
</search>`;

const pivot = `
<pivot string="Trail">
	<field name="x_type" type="row"/>
	<field name="x_at" type="col" interval="month"/>
	<field name="x_seq" invisible="1"/>
</pivot>`;

const graph = `
<graph string="Trail" type="bar" stacked="1">
	<field name="x_at" interval="week"/>
	<field name="x_type"/>
	<field name="x_seq" invisible="1"/>
</graph>`;

export const eventViews: BlueprintRecord[] = [
	viewRecord('event', 'list', list),
	viewRecord('event', 'form', form),
	viewRecord('event', 'search', search),
	viewRecord('event', 'pivot', pivot),
	viewRecord('event', 'graph', graph),
];
