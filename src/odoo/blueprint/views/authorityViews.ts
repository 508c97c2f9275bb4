import { viewRecord } from './viewRecord';

const authorityList = `
<list editable="bottom" default_order="x_role, x_level, id">
	<field name="x_role" placeholder="sales_manager"/>
	<field name="x_level" width="60px"/>
	<field name="x_kind"/>
	<field name="x_user_id" widget="many2one_avatar_user" required="x_kind == 'user'" readonly="x_kind != 'user'"/>
	<field name="x_group_id" required="x_kind == 'group'" readonly="x_kind != 'group'"/>
	<field name="x_field" required="x_kind == 'field'" readonly="x_kind != 'field'" placeholder="team_id.user_id" optional="show"/>
	<field name="x_limit"/>
	<field name="x_currency" optional="hide"/>
	<field name="x_needed" optional="show"/>
	<field name="x_quorum" optional="show"/>
	<field name="x_above" optional="show"/>
	<field name="x_when_fact" optional="hide"/>
	<field name="x_areas" optional="hide"/>
	<field name="x_company" optional="hide"/>
	<field name="x_region" optional="hide"/>
	<field name="x_warehouse" optional="hide"/>
	<field name="x_category" optional="hide"/>
	<field name="x_valid_from" optional="hide"/>
	<field name="x_valid_until" optional="hide"/>
	<field name="x_fallback_id" optional="hide"/>
</list>`;

const authorityForm = `
<form string="Authority">
	<sheet>
		<group>
			<group string="Who">
				<field name="x_role" placeholder="sales_manager"/>
				<field name="x_level" help="Steps are asked one after the other, the lowest first."/>
				<field name="x_kind"/>
				<field name="x_user_id" required="x_kind == 'user'" invisible="x_kind != 'user'"/>
				<field name="x_group_id" required="x_kind == 'group'" invisible="x_kind != 'group'"/>
				<field name="x_field" required="x_kind == 'field'" invisible="x_kind != 'field'" placeholder="team_id.user_id"/>
				<field name="x_needed"/>
				<field name="x_quorum" invisible="x_needed == 'all'"/>
				<field name="x_fallback_id"/>
			</group>
			<group string="Up to How Much">
				<field name="x_limit" help="0 means no limit."/>
				<field name="x_currency" placeholder="as the amount"/>
				<field name="x_above" help="The level is asked only about amounts above this."/>
				<field name="x_when_fact" help="The level is asked only where this fact is true, or not known."/>
			</group>
			<group string="Where">
				<field name="x_areas" placeholder="all"/>
				<field name="x_company" placeholder="all"/>
				<field name="x_region" placeholder="all"/>
				<field name="x_warehouse" placeholder="all"/>
				<field name="x_category" placeholder="all"/>
			</group>
			<group string="When">
				<field name="x_valid_from"/>
				<field name="x_valid_until"/>
			</group>
		</group>
	</sheet>
	<chatter/>
</form>`;

const delegationList = `
<list editable="top">
	<field name="x_user_id" widget="many2one_avatar_user"/>
	<field name="x_delegate_id" widget="many2one_avatar_user"/>
	<field name="x_from"/>
	<field name="x_until"/>
	<field name="x_area" placeholder="all"/>
</list>`;

const delegationForm = `
<form string="Delegation">
	<sheet>
		<group>
			<group>
				<field name="x_user_id"/>
				<field name="x_delegate_id"/>
			</group>
			<group>
				<field name="x_from"/>
				<field name="x_until"/>
				<field name="x_area" placeholder="all"/>
			</group>
		</group>
	</sheet>
	<chatter/>
</form>`;

export const authorityViews = [
	viewRecord('authority', 'list', authorityList),
	viewRecord('authority', 'form', authorityForm),
	viewRecord('delegation', 'list', delegationList),
	viewRecord('delegation', 'form', delegationForm),
];
