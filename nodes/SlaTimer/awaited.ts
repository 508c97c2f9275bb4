import { z } from 'zod';
import type { CaseFile } from '../../src/domain/case/caseFile';
import { ledgerFrom, odooClientFrom, type CallingContext } from '../../src/n8n/odooClientFrom';
import { ParameterInvalidError, parseParameters } from '../../src/n8n/readParameters';
import { splitByComma } from '../../src/n8n/splitByComma';

const shape = z.object({
	awaited: z.enum(['call', 'decision', 'record']),
	awaitedModel: z.string().default(''),
	awaitedId: z.coerce.string().default(''),
	awaitedField: z.string().default(''),
	awaitedValues: z.string().default(''),
});

/** What ends a wait before its time. */
export type Awaited =
	/** Whoever has the address calls it. */
	| { kind: 'call' }
	| { kind: 'decision'; caseId: number }
	| { kind: 'record'; model: string; id: number; field: string; values: Array<string | boolean> };

const count = z.number().int().nonnegative();
const recordId = z.coerce.number().int().positive();
const FIELD = /^[a-z]\w*(\.[a-z]\w*)*$/;

/**
 * What the node's fields say is waited for; the record of the item unless they name another.
 * @param read a field of the node; `null` when it is hidden
 * @throws {ParameterInvalidError}
 */
export function awaitedFrom(read: (name: string) => unknown, file: CaseFile): Awaited {
	const names = Object.keys(shape.shape);
	const given = parseParameters(
		shape,
		Object.fromEntries(names.map((name) => [name, read(name) ?? undefined])),
	);
	switch (given.awaited) {
		case 'call':
			return { kind: 'call' };
		case 'decision':
			if (file.routing) return { kind: 'decision', caseId: file.routing.caseId };
			throw new ParameterInvalidError(
				'awaited: the item has no case yet; Approval Route (Route Only) opens one',
			);
		case 'record':
			return recordFrom(given, file);
	}
}

function recordFrom(given: z.infer<typeof shape>, { record }: CaseFile): Awaited {
	const model = given.awaitedModel.trim() || record?.model;
	const id = recordId.safeParse(given.awaitedId.trim() || record?.id).data;
	const field = given.awaitedField.trim();
	const values = splitByComma(given.awaitedValues).map(
		(value) => ({ true: true, false: false })[value] ?? value,
	);
	if (!model || !id) {
		throw new ParameterInvalidError(
			'awaitedId: name a model and a record, or give an item with one',
		);
	}
	if (!FIELD.test(field)) throw new ParameterInvalidError(`awaitedField: "${field}" is no field`);
	if (values.length === 0)
		throw new ParameterInvalidError('awaitedValues: give at least one value');
	return { kind: 'record', model, id, field, values };
}

/**
 * Looks in Odoo, with one call, whether what is waited for has come.
 * @throws {OdooError}
 */
export async function hasCome(
	context: CallingContext,
	awaited: Awaited,
	itemIndex?: number,
): Promise<boolean> {
	switch (awaited.kind) {
		case 'call':
			return false;
		case 'decision': {
			const ledger = await ledgerFrom(context, itemIndex);
			const { caseId } = awaited;
			const { case: view } = await ledger.execute<'show'>({ command: 'show', caseId });
			return view.state !== 'pending';
		}
		case 'record': {
			const client = await odooClientFrom(context, itemIndex);
			const { model, id, field, values } = awaited;
			const domain = [
				['id', '=', id],
				[field, 'in', values],
			];
			// Archived records are records too.
			const args = { domain, context: { active_test: false } };
			return (await client.call(model, 'search_count', args, count)) > 0;
		}
	}
}
