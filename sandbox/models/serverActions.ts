import { runLedger } from '../ledger/runLedger';
import { accessError, notImplemented } from '../OdooFault';
import { Environment } from '../orm/Environment';
import { fields } from '../orm/fields';
import type { MethodCall } from '../orm/Model';
import { rowsToChange } from '../orm/write';
import { approvalGroups } from './approvalGroups';
import { defineModel, groups } from './defineModel';

/** External id of the action that is the ledger. */
export const ledgerAction = 'n8n_approvals.action_ledger';

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

/** Runs the ledger: the one action that the sandbox has. */
function run({ model, ids, environment }: MethodCall): unknown {
	const [action] = rowsToChange(model, ids, environment);
	if (action?.id !== environment.database.idOf(ledgerAction))
		throw notImplemented('Running another action than the ledger');
	if (!environment.hasGroup(approvalGroups.integration))
		throw accessError("You don't have enough access rights to run this action.");
	const { approval_command: command, ...context } = environment.context;
	return runLedger(new Environment(environment.server, environment.userId, context), command);
}
