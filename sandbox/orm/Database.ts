/** A stored record. Relations are ids, `false` is empty, as Odoo has it. */
export interface Row {
	id: number;
	[field: string]: unknown;
}

/** Hears of every change before it is made; `after` is `null` when the record goes. */
export type ChangeListener = (model: string, before: Row | null, after: Row | null) => void;

/** Rows in memory, with transactions that can be undone and nested. */
export class Database {
	/** Tells a database from its copies; a copy gets another one. */
	identity = 'original';
	private readonly tables = new Map<string, Map<number, Row>>();
	private readonly sequences = new Map<string, number>();
	private readonly externalIds = new Map<string, number>();
	private readonly listeners: ChangeListener[] = [];
	private undo: Array<() => void> = [];
	private commits = 0;

	beforeChange(listener: ChangeListener): void {
		this.listeners.push(listener);
	}

	find(model: string, id: number): Row | undefined {
		return this.table(model).get(id);
	}

	rows(model: string): Row[] {
		return [...this.table(model).values()];
	}

	/** Ids are never given twice, also when the record is gone or its creation was undone. */
	insert(model: string, values: Record<string, unknown>): Row {
		const row = { ...values, id: this.next(model) };
		this.change(model, row.id, row);
		return row;
	}

	update(model: string, id: number, values: Record<string, unknown>): void {
		const before = this.find(model, id);
		if (before) this.change(model, id, { ...before, ...values });
	}

	remove(model: string, id: number): void {
		this.change(model, id, null);
	}

	next(sequence: string): number {
		const value = (this.sequences.get(sequence) ?? 0) + 1;
		this.sequences.set(sequence, value);
		return value;
	}

	nameExternally(externalId: string, id: number): void {
		this.externalIds.set(externalId, id);
	}

	/** @returns the id behind an external id such as `base.group_user`, or `undefined` */
	idOf(externalId: string): number | undefined {
		return this.externalIds.get(externalId);
	}

	/** The external ids of every record with that id, whatever its model. */
	externalIdsOf(id: number): string[] {
		return [...this.externalIds].filter(([, known]) => known === id).map(([name]) => name);
	}

	/** Runs `work`; when it throws, everything it changed is as it was. */
	transaction<Result>(work: () => Result): Result {
		const mark = this.undo.length;
		try {
			return work();
		} catch (error) {
			for (const revert of this.undo.splice(mark).reverse()) revert();
			throw error;
		}
	}

	/** Tells the transaction at hand from those before and after it. */
	get transactionNumber(): number {
		return this.commits;
	}

	/** Forgets how to undo: what was done until now stays. */
	commit(): void {
		this.undo = [];
		this.commits += 1;
	}

	private change(model: string, id: number, after: Row | null): void {
		const table = this.table(model);
		const before = table.get(id) ?? null;
		for (const listener of this.listeners) listener(model, before, after);
		this.undo.push(() => put(table, id, before));
		put(table, id, after);
	}

	private table(model: string): Map<number, Row> {
		const known = this.tables.get(model) ?? new Map<number, Row>();
		this.tables.set(model, known);
		return known;
	}
}

function put(table: Map<number, Row>, id: number, row: Row | null): void {
	if (row) table.set(id, row);
	else table.delete(id);
}
