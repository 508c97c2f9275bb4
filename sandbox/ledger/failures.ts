import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { approvalGroups } from '../models/approvalGroups';
import { escapeHtml, postMessage } from '../models/messages';
import type { Environment } from '../orm/Environment';
import { idIn, textIn } from '../orm/rowValues';
import { readCase } from './caseStore';
import { record } from './consequences';
import { membersOf } from './people';
import { subscriptionOf } from './takeDue';

/** Writes an error of n8n where people look, and tells the approval managers of the first one. */
export function fail(
	environment: Environment,
	{ instance, executionId, message }: CommandOf<'fail'>,
): CommandResults['fail'] {
	const { database, at } = environment;
	const rows = database
		.rows('x_approval_outbox')
		.filter((row) => row['x_execution_id'] === executionId)
		.filter((row) => subscriptionOf(database, row)?.['x_instance'] === instance);
	const openRows = rows.filter((row) => row['x_state'] === 'pending');
	const isNews = openRows.some((row) => !textIn(row, 'x_last_error'));
	for (const { id } of openRows)
		database.update('x_approval_outbox', id, { x_last_error: message });

	const caseIds = [...new Set(rows.flatMap((row) => idIn(row, 'x_case_id') ?? []))].filter(
		(id) => readCase(database, id).row['x_open'] === true,
	);
	const text = `n8n failed: ${message}`;
	for (const id of caseIds)
		record(environment, id, [{ type: 'noted', at, actor: null, data: { text } }]);

	if (isNews || caseIds.length > 0) {
		const about = [...openRows, ...caseIds.map((id) => readCase(database, id).row)];
		tellManagers(environment, about.map((row) => textIn(row, 'x_name')).join(', '), message);
	}
	return { status: 'noted', outboxIds: openRows.map(({ id }) => id), caseIds };
}

function tellManagers(environment: Environment, about: string, message: string): void {
	const { database } = environment;
	const recipientIds = membersOf(database, approvalGroups.manager).flatMap((id) => {
		const user = database.find('res.users', id);
		return (user && idIn(user, 'partner_id')) ?? [];
	});
	const body = `<p>n8n failed while it worked on ${escapeHtml(about)}.</p><p>${escapeHtml(message)}</p>`;
	postMessage(environment, '', 0, {
		body,
		bodyIsHtml: true,
		messageType: 'user_notification',
		subtype: 'mail.mt_note',
		recipientIds,
	});
}
