import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** An item of n8n that descends from the item at `itemIndex`. */
export function toItem(json: Record<string, unknown>, itemIndex: number): INodeExecutionData {
	// n8n's item type cannot express "plain JSON"; everything that is emitted has been through zod.
	return { json: json as IDataObject, pairedItem: { item: itemIndex } };
}
