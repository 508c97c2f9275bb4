import { field, type ModelDescription } from './modelRecords';

/** A single row that says which blueprint is installed here, and where the ledger is. */
export const blueprintModel: ModelDescription = {
	key: 'blueprint',
	label: 'Approval Blueprint',
	order: 'id',
	fields: [
		field('char', 'x_version', 'Version'),
		field('integer', 'x_ledger_action_id', 'Ledger Action'),
		field('text', 'x_manifest', 'Manifest'),
	],
};
