import { installedAreas } from '../installedAreas';
import { insightsAction, ledgerAction, requestAction } from '../models/serverActions';
import type { Database } from '../orm/Database';
import type { Server } from '../orm/Environment';
import { seedCustomers } from './customers';
import { seedPeople, type SandboxUsers } from './people';
import { seedProducts } from './products';
import { seedQuotations } from './quotations';

/** Fills an empty server with a distributor at work, and with the approvals set up. */
export function seed(server: Server): SandboxUsers {
	const { database } = server;
	const currency = database.insert('res.currency', { name: 'EUR', symbol: '€', decimal_places: 2 });
	database.insert('res.company', {
		name: 'Meridian Trade Supplies',
		currency_id: currency.id,
		resource_calendar_id: seedSchedule(database),
	});
	database.insert('product.pricelist', { name: 'Standard', active: true });
	const users = seedPeople(database);
	database.insert('crm.team', {
		name: 'Sales',
		user_id: users.marta.id,
		member_ids: [users.sofia.id, users.jonas.id, users.priya.id],
		company_id: 1,
	});
	seedMessaging(server);
	seedApprovals(server);
	const customers = seedCustomers(database);
	const products = seedProducts(database);
	seedQuotations(server, users, customers, products);
	database.commit();
	return users;
}

/** Monday to Friday, with an hour at noon. */
function seedSchedule(database: Database): number {
	const { id } = database.insert('resource.calendar', {
		name: 'Standard 40 hours/week',
		tz: 'Europe/Brussels',
		company_id: 1,
	});
	const halves = [
		{ name: 'Morning', day_period: 'morning', hour_from: 8, hour_to: 12 },
		{ name: 'Break', day_period: 'lunch', hour_from: 12, hour_to: 13 },
		{ name: 'Afternoon', day_period: 'afternoon', hour_from: 13, hour_to: 17 },
	];
	for (const dayofweek of ['0', '1', '2', '3', '4']) {
		for (const half of halves)
			database.insert('resource.calendar.attendance', { ...half, dayofweek, calendar_id: id });
	}
	return id;
}

function seedMessaging({ database }: Server): void {
	for (const [externalId, name] of [
		['mail.mt_comment', 'Discussions'],
		['mail.mt_note', 'Note'],
	] as const)
		database.nameExternally(externalId, database.insert('mail.message.subtype', { name }).id);
	const toDo = database.insert('mail.activity.type', { name: 'To-Do' });
	database.nameExternally('mail.mail_activity_data_todo', toDo.id);
}

function seedApprovals({ database }: Server): void {
	const action = database.insert('ir.actions.server', { name: 'Approval Ledger' });
	database.nameExternally(ledgerAction, action.id);
	const insights = database.insert('ir.actions.server', { name: 'Approval Insights' });
	database.nameExternally(insightsAction, insights.id);
	for (const { id, label } of installedAreas) {
		const request = database.insert('ir.actions.server', { name: `Request Approval: ${label}` });
		database.nameExternally(requestAction(id), request.id);
	}
	database.insert('x_approval_blueprint', {
		x_name: 'Approvals',
		x_version: 'sandbox',
		x_ledger_action_id: action.id,
		x_insights_action_id: insights.id,
		x_manifest: '{"areas":["sales_order_release"],"hash":"sandbox"}',
	});
}
