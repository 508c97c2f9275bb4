export interface UniqueIndex {
	name: string;
	table: string;
	columns: string;
	/** Rows that it holds for; all when empty. */
	where: string;
}

/** What the database itself must refuse, however many try at the same moment. */
export const uniqueIndexes: readonly UniqueIndex[] = [
	{
		name: 'x_approval_case_one_open_per_key',
		table: 'x_approval_case',
		columns: 'x_key',
		where: 'x_open',
	},
	{
		name: 'x_approval_case_one_per_event',
		table: 'x_approval_case',
		columns: 'x_outbox_id',
		where: 'x_outbox_id > 0',
	},
	{
		name: 'x_approval_event_one_per_place',
		table: 'x_approval_event',
		columns: 'x_case_id, x_seq',
		where: '',
	},
	{
		name: 'x_approval_subscription_one_per_key',
		table: 'x_approval_subscription',
		columns: 'x_key',
		where: '',
	},
];

export function createStatement({ name, table, columns, where }: UniqueIndex): string {
	const condition = where ? ` WHERE ${where}` : '';
	return `CREATE UNIQUE INDEX IF NOT EXISTS ${name} ON ${table} (${columns})${condition}`;
}

/** Whether PostgreSQL's own description of an index says what we asked for. */
export function isAsDescribed(index: UniqueIndex, definition: string): boolean {
	const condition = index.where
		? ` WHERE ${index.where === 'x_open' ? 'x_open' : `(${index.where})`}`
		: '';
	return (
		definition.startsWith(`CREATE UNIQUE INDEX ${index.name} ON `) &&
		definition.endsWith(`.${index.table} USING btree (${index.columns})${condition}`)
	);
}
