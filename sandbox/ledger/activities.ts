import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { textIn } from '../orm/rowValues';
import type { KeptCase } from './caseStore';

/** Gives each user a task in Odoo's own inbox, due when the case is due. */
export function ask(
	env: Environment,
	{ id, row }: KeptCase,
	users: number[],
	summary: string,
): void {
	const { database, at } = env;
	for (const user of users) {
		database.insert('mail.activity', {
			res_model: 'x_approval_case',
			res_id: id,
			activity_type_id: database.idOf('mail.mail_activity_data_todo') ?? false,
			summary,
			user_id: user,
			date_deadline: (textIn(row, 'x_due_at') || odooDateTime(at)).slice(0, 10),
			active: true,
		});
	}
}

/** Takes back what users were asked about a case: of one user, or of all. */
export function takeBack({ database }: Environment, caseId: number, userId?: number): void {
	const rows = database
		.rows('mail.activity')
		.filter((row) => row['res_model'] === 'x_approval_case' && row['res_id'] === caseId)
		.filter((row) => userId === undefined || row['user_id'] === userId);
	for (const row of rows) database.remove('mail.activity', row.id);
}
