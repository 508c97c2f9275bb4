/**
 * Methods that a real Odoo has and the sandbox has not: whoever calls one is told so, rather than
 * that it does not exist.
 */
export const uncoveredMethods: ReadonlySet<string> = new Set([
	'action_archive',
	'action_feedback',
	'action_quotation_send',
	'action_unarchive',
	'activity_feedback',
	'activity_schedule',
	'activity_unlink',
	'check_access_rights',
	'copy',
	'default_get',
	'export_data',
	'formatted_read_group',
	'get_param',
	'get_views',
	'load',
	'message_subscribe',
	'message_unsubscribe',
	'name_create',
	'onchange',
	'read_group',
	'web_save',
]);

/** Models that a real Odoo of a distributor has and the sandbox has not. */
export const uncoveredModels: ReadonlySet<string> = new Set([
	'account.move',
	'account.move.line',
	'base.automation',
	'hr.employee',
	'hr.employee.public',
	'hr.leave',
	'ir.actions.act_window',
	'ir.attachment',
	'ir.config_parameter',
	'ir.cron',
	'ir.model',
	'ir.model.access',
	'ir.model.data',
	'ir.model.fields',
	'ir.rule',
	'ir.ui.menu',
	'ir.ui.view',
	'product.supplierinfo',
	'purchase.order',
	'purchase.order.line',
	'res.users.apikeys',
	'stock.move',
	'stock.quant',
]);
