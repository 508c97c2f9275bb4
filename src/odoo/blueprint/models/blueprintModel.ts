import { field, type ModelDescription } from './modelRecords';

/** A single row that says which blueprint is installed here, and where its programs are. */
export const blueprintModel: ModelDescription = {
	key: 'blueprint',
	label: 'Approval Blueprint',
	order: 'id',
	fields: [
		field('char', 'x_version', 'Version'),
		field('integer', 'x_ledger_action_id', 'Ledger Action'),
		field('integer', 'x_insights_action_id', 'Insights Action'),
		field('text', 'x_manifest', 'Manifest'),
	],
};
