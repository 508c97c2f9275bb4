import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { z } from 'zod';
import { kindOf, type ModelField, type ModelFields } from '../../src/domain/events/modelFields';
import { ledgerFrom, odooClientFrom } from '../../src/n8n/odooClientFrom';
import { ParameterInvalidError } from '../../src/n8n/readParameters';
import { readModelFields } from '../../src/n8n/readModelFields';
import { toNodeError } from '../../src/n8n/toNodeError';
import { pickedSchema } from './listening';

/** Long lists help nobody: one searches in them. */
const LIMIT = 100;

const companySchema = z.array(z.object({ id: z.number(), name: z.string() }));
const namesSchema = z.array(z.tuple([z.number(), z.string()]));

const isScalar = ({ type }: ModelField) => !['one2many', 'many2many', 'binary'].includes(type);

/** Lists of the editor that are read from Odoo, with the rights of the credential's user. */
export const loadOptions = {
	conditionFields: fieldsWhere(({ type }) => type !== 'binary'),
	dateFields: fieldsWhere(
		(field) => field.isStored && ['date', 'datetime'].includes(kindOf(field)),
	),
	sendableFields: fieldsWhere(({ type }) => type !== 'binary'),
	stateFields: fieldsWhere((field) => field.isStored && isScalar(field)),
	storedFields: fieldsWhere(({ isStored }) => isStored),

	async companies(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await translating(this, async () => {
			const args = { domain: [], fields: ['name'], order: 'name' };
			const odoo = await odooClientFrom(this);
			const companies = await odoo.call('res.company', 'search_read', args, companySchema);
			return companies.map(({ id, name }) => ({ name, value: id }));
		});
	},
};

export const listSearch = {
	async models(this: ILoadOptionsFunctions, search = ''): Promise<INodeListSearchResult> {
		return await translating(this, async () => {
			const ledger = await ledgerFrom(this);
			const { models } = await ledger.execute<'models'>({
				command: 'models',
				search,
				limit: LIMIT,
			});
			return { results: models.map(({ model, name }) => named(name, model)) };
		});
	},
	stateValues: valuesOf('stateField'),
	/** The field stands beside the value, in the same row. */
	conditionValues: valuesOf('&field'),
};

function fieldsWhere(isFit: (field: ModelField) => boolean) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await translating(this, async () => {
			const fields = await fieldsOfModel(this);
			return [...fields]
				.filter(([, field]) => isFit(field))
				.map(([name, { label }]) => ({ name: `${label} (${name})`, value: name }))
				.sort((left, right) => left.name.localeCompare(right.name));
		});
	};
}

/** What a field may hold: its choices, or the records that it may lead to. */
function valuesOf(parameter: string) {
	return async function (this: ILoadOptionsFunctions, search = ''): Promise<INodeListSearchResult> {
		return await translating(this, async () => {
			const name = String(this.getCurrentNodeParameter(parameter) ?? '');
			if (name === '') throw new ParameterInvalidError('Choose a field first');
			const field = (await fieldsOfModel(this)).get(name);
			if (!field) throw new ParameterInvalidError(`The model has no field "${name}"`);
			const values = await readValues(this, field, search);
			const isFound = (one: INodeListSearchItems) =>
				one.name.toLowerCase().includes(search.toLowerCase());
			return { results: field.relation === null ? values.filter(isFound) : values };
		});
	};
}

async function readValues(
	context: ILoadOptionsFunctions,
	{ label, type, choices, relation }: ModelField,
	search: string,
): Promise<INodeListSearchItems[]> {
	if (relation !== null) {
		const odoo = await odooClientFrom(context);
		const args = { name: search, limit: LIMIT };
		const records = await odoo.call(relation, 'name_search', args, namesSchema);
		return records.map(([id, name]) => ({ name, value: id }));
	}
	if (type === 'boolean') return [named('Yes', 'true'), named('No', 'false')];
	if (choices.length > 0) return choices.map(([value, name]) => named(name, value));
	throw new ParameterInvalidError(
		`"${label}" has no list of values: choose "By Value" and type it`,
	);
}

async function fieldsOfModel(context: ILoadOptionsFunctions): Promise<ModelFields> {
	const model = pickedSchema.catch('').parse(context.getCurrentNodeParameter('model'));
	if (model === '') throw new ParameterInvalidError('Choose a model first');
	return await readModelFields(await odooClientFrom(context), model);
}

function named(name: string, value: string): INodeListSearchItems {
	return { name: `${name} (${value})`, value };
}

async function translating<T>(context: ILoadOptionsFunctions, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
