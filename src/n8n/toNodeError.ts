import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { AdvisoryError } from '../advisory/errors';
import { DomainError } from '../domain/errors';
import { HttpError } from '../http/errors';
import { BlueprintError } from '../odoo/blueprint/errors';
import { OdooError } from '../odoo/errors';

/**
 * Turns any error of ours into one of n8n's: what is wrong with the flow or its data into a
 * `NodeOperationError`, what the outside world did into a `NodeApiError`. The stable code stands
 * in the description.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;

	const at = itemIndex === undefined ? {} : { itemIndex };
	if (error instanceof OdooError) {
		return outside(node, error.message, { ...at, description: `${error.code} in ${error.call}` });
	}
	if (error instanceof HttpError || error instanceof AdvisoryError) {
		return outside(node, error.message, { ...at, description: error.code });
	}
	if (error instanceof DomainError || error instanceof BlueprintError) {
		return new NodeOperationError(node, error.message, { ...at, description: error.code });
	}
	return new NodeOperationError(node, error instanceof Error ? error : String(error), at);
}

function outside(
	node: INode,
	message: string,
	options: { description: string; itemIndex?: number },
): NodeApiError {
	const error = new NodeApiError(node, { message }, { message, ...options });
	// n8n puts words of its own in the place of messages that it thinks it knows.
	error.message = message;
	return error;
}
