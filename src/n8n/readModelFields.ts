import { fieldAttributes, modelFieldsSchema, type ModelFields } from '../domain/events/modelFields';
import type { OdooClient } from '../odoo/OdooClient';

/** The fields of a model that the user of the credential may read. */
export async function readModelFields(odoo: OdooClient, model: string): Promise<ModelFields> {
	const args = { attributes: fieldAttributes };
	return await odoo.call(model, 'fields_get', args, modelFieldsSchema);
}
