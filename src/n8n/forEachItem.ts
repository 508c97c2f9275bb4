import type {
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { EventLoopPause } from './eventLoopPause';
import { noteTrace } from './noteTrace';
import { toItem } from './toItem';
import { toNodeError } from './toNodeError';

/** One item on its way out: what it carries and by which output it leaves. */
export interface Emission {
	output: number;
	json: Record<string, unknown>;
}

/** What happens to one item; `null` when it ends here, a list when any number of items come of it. */
export type Operation = (
	context: IExecuteFunctions,
	itemIndex: number,
) => Promise<Emission | Emission[] | null>;

export interface OutputsOfNode {
	/** How many outputs the node has. */
	outputs: number;
	/**
	 * Where an item that failed leaves when the node is set to go on. It carries the error alone, so
	 * no later node can take it for a case; even so it must not be an output that releases anything.
	 */
	failureOutput?: number;
}

/**
 * Runs an operation for each item and sorts the answers to the node's outputs.
 *
 * The one place where our errors become n8n's. When the node is set to continue, a failed item
 * goes on with its error and the others are not held up. However many items there are, n8n gets its turn
 * between them. The execution is marked with the business events that its items are about.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	operation: Operation,
	{ outputs, failureOutput = 0 }: OutputsOfNode,
): Promise<INodeExecutionData[][]> {
	const byOutput: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	const pause = new EventLoopPause();
	for (const [itemIndex, { json: given }] of context.getInputData().entries()) {
		try {
			noteTrace(context, given);
			const emissions = [(await operation(context, itemIndex)) ?? []].flat();
			for (const { output, json } of emissions) {
				noteTrace(context, json);
				byOutput[output]?.push(toItem(json, itemIndex));
			}
		} catch (error) {
			const nodeError = toNodeError(context.getNode(), error, itemIndex);
			if (!context.continueOnFail()) throw nodeError;
			byOutput[failureOutput]?.push(toItem(failureOf(nodeError), itemIndex));
		}
		await pause.afterWork();
	}
	return byOutput;
}

/**
 * In just these keys, so that n8n knows it for a failure: on an error output it adds what the item
 * held before, and elsewhere the error goes alone.
 */
export function failureOf({ message, description }: NodeApiError | NodeOperationError) {
	return { error: message, details: { code: description ?? null } };
}
