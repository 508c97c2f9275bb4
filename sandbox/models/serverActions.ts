import { z } from 'zod';
import type { Area } from '../../src/domain/areas/Area';
import { installedAreas } from '../installedAreas';
import { listenersToArea, writeEvent } from '../ledger/outboxRows';
import { runLedger } from '../ledger/runLedger';
import { accessError, notImplemented } from '../OdooFault';
import { checkRules } from '../orm/access';
import { Environment } from '../orm/Environment';
import { fields } from '../orm/fields';
import { expected } from '../orm/genericMethods';
import type { MethodCall } from '../orm/Model';
import { rowsToChange } from '../orm/write';
import { approvalGroups } from './approvalGroups';
import { defineModel, groups } from './defineModel';

/** External id of the action that is the ledger. */
export const ledgerAction = 'n8n_approvals.action_ledger';

/** External id of the action that looks at what the ledger holds. */
export const insightsAction = 'n8n_approvals.action_insights';

/** External id of the action in the Action menu of an area's records. */
export function requestAction(area: string): string {
	return `n8n_approvals.action_request_${area}`;
}

export const serverActionModel = defineModel({
	name: 'ir.actions.server',
	label: 'Server Actions',
	fields: { name: fields.char('Action Name', { required: true }) },
	access: {
		read: [groups.settings],
		write: [groups.settings],
		create: [groups.settings],
		unlink: [groups.settings],
	},
	methods: { run: { kind: 'records', parameters: [], run } },
});

/** Runs the ledger, or a request for approval: no other action does anything here. */
function run({ model, ids, environment }: MethodCall): unknown {
	const [action] = rowsToChange(model, ids, environment);
	const { database } = environment;
	const programs = [ledgerAction, insightsAction].map((name) => database.idOf(name));
	if (action && programs.includes(action.id)) return runLedgerAction(environment);
	const area = installedAreas.find(({ id }) => action?.id === database.idOf(requestAction(id)));
	if (!area) throw notImplemented(`Running the action ${action?.id ?? ''}`);
	requestApproval(environment, area);
	return false;
}

function runLedgerAction(environment: Environment): unknown {
	if (!environment.hasGroup(approvalGroups.integration))
		throw accessError("You don't have enough access rights to run this action.");
	const { approval_command: command, ...context } = environment.context;
	return runLedger(new Environment(environment.server, environment.userId, context), command);
}

/** Asks expressly for the approval of the records that the action was pressed on. */
function requestApproval(environment: Environment, { id: area, model: name }: Area): void {
	const ids = expected(z.array(z.number()), environment.context['active_ids']);
	const model = environment.model(name);
	const rows = rowsToChange(model, ids, environment);
	checkRules(model, rows, 'read', environment);
	if (environment.hasGroup(approvalGroups.integration)) return;
	for (const subscription of listenersToArea(environment.database, area)) {
		for (const subject of rows)
			writeEvent(environment, subscription, {
				type: 'saved',
				model: name,
				subject,
				isRequested: true,
			});
	}
}
