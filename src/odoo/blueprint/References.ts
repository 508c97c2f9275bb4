import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import {
	BLUEPRINT_MODULE,
	type BlueprintRecord,
	englishContext,
	externalId,
	fieldKey,
	modelKey,
	type Reference,
	referencedNames,
} from './BlueprintRecord';
import { BlueprintError } from './errors';

const externalIds = z.array(z.object({ module: z.string(), name: z.string(), res_id: z.number() }));
const modelRows = z.array(z.object({ id: z.number(), model: z.string() }));
const fieldRows = z.array(z.object({ id: z.number(), model: z.string(), name: z.string() }));

/** The ids that external ids, models and fields have in one Odoo. */
export class References {
	private readonly ids = new Map<string, number>();

	/** Reads our own external ids, and everything else that the records point to. */
	static async read(client: OdooClient, records: readonly BlueprintRecord[]): Promise<References> {
		const references = new References();
		const wanted = records.flatMap(({ values, onlyAtFirst }) =>
			Object.values({ ...values, ...onlyAtFirst }).filter((value) => typeof value === 'object'),
		);
		await Promise.all([
			references.readExternalIds(client, wanted),
			references.readModels(client, wanted),
			references.readFields(client, wanted),
		]);
		return references;
	}

	/** Remembers the id of a record that was made just now. */
	remember(name: string, id: number): void {
		this.ids.set(externalId(name), id);
	}

	/** Our own names that Odoo knows, with their ids. */
	own(): Map<string, number> {
		const prefix = `${BLUEPRINT_MODULE}.`;
		const own = [...this.ids].filter(([name]) => name.startsWith(prefix));
		return new Map(own.map(([name, id]) => [name.slice(prefix.length), id]));
	}

	idOf(name: string): number | undefined {
		return this.ids.get(externalId(name));
	}

	/**
	 * The ids that a reference stands for, ascending.
	 * @throws {BlueprintError} Odoo has no such record
	 */
	resolve(reference: Reference): number[] {
		const names = referencedNames(reference);
		const ids = names.map((name) => {
			const id = this.ids.get(name);
			if (id === undefined) throw new BlueprintError(`This Odoo has no "${name}"`);
			return id;
		});
		return ids.sort((left, right) => left - right);
	}

	isKnown(reference: Reference): boolean {
		return referencedNames(reference).every((name) => this.ids.has(name));
	}

	private async readExternalIds(client: OdooClient, wanted: readonly Reference[]): Promise<void> {
		const foreign = wanted
			.flatMap(referencedNames)
			.filter((name) => !/[:/]/.test(name) && !name.startsWith(`${BLUEPRINT_MODULE}.`));
		const [modules, names] = [0, 1].map((part) =>
			foreign.map((name) => name.split('.')[part] ?? ''),
		);
		const domain = [
			'|',
			['module', '=', BLUEPRINT_MODULE],
			'&',
			['module', 'in', modules],
			['name', 'in', names],
		];
		const args = { domain, fields: ['module', 'name', 'res_id'] };
		const rows = await client.call('ir.model.data', 'search_read', args, externalIds);
		for (const { module, name, res_id } of rows) this.ids.set(`${module}.${name}`, res_id);
	}

	private async readModels(client: OdooClient, wanted: readonly Reference[]): Promise<void> {
		const names = wanted.flatMap((one) => ('modelNamed' in one ? [one.modelNamed] : []));
		if (names.length === 0) return;
		const args = { domain: [['model', 'in', names]], fields: ['model'] };
		const rows = await client.call('ir.model', 'search_read', args, modelRows);
		for (const { id, model } of rows) this.ids.set(modelKey(model), id);
	}

	private async readFields(client: OdooClient, wanted: readonly Reference[]): Promise<void> {
		const groups = wanted.flatMap((one) => ('fieldsOf' in one ? [one] : []));
		if (groups.length === 0) return;
		const domain = [
			['model', 'in', groups.map(({ fieldsOf }) => fieldsOf)],
			['name', 'in', groups.flatMap(({ named }) => named)],
		];
		const args = { domain, fields: ['model', 'name'], context: englishContext };
		const rows = await client.call('ir.model.fields', 'search_read', args, fieldRows);
		for (const { id, model, name } of rows) this.ids.set(fieldKey(model, name), id);
	}
}
