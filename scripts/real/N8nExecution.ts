import { z } from 'zod';

const item = z.object({ json: z.record(z.unknown()) });
const fault = z.object({ message: z.string(), description: z.string().nullish() });
const nodeRun = z.object({
	executionStatus: z.string().optional(),
	/** In milliseconds. */
	executionTime: z.number().optional(),
	error: fault.optional(),
	/** By connection type, output and position; an output that got nothing may be null. */
	data: z.record(z.array(z.array(item).nullable())).optional(),
});
const runData = z.object({
	resultData: z.object({
		runData: z.record(z.array(nodeRun)),
		lastNodeExecuted: z.string().optional(),
		error: fault.optional(),
	}),
});
const execution = z.object({
	id: z.string(),
	status: z.string(),
	workflowId: z.string(),
	mode: z.string(),
	waitTill: z.string().nullish(),
	customData: z.record(z.string()).default({}),
	data: z.string(),
});

export type NodeRun = z.infer<typeof nodeRun>;

/** One run of a workflow, with what every node gave out. */
export interface N8nExecution {
	id: string;
	workflowId: string;
	/** `new`, `running`, `waiting`, `success`, `error`, `canceled` or `crashed`. */
	status: string;
	mode: string;
	/** When a waiting execution goes on by itself; ISO 8601 in UTC. */
	waitTill: string | undefined;
	/** What nodes have noted with it, by their key. */
	customData: Record<string, string>;
	/** Every run of every node, by the node's name. */
	runs: Record<string, NodeRun[]>;
	lastNode: string | undefined;
	error: { message: string; description?: string | null | undefined } | undefined;
}

/**
 * Reads an execution out of n8n's answer, where the data is packed with flatted. One that has only
 * just begun has no data yet.
 */
export async function readExecution(answer: unknown): Promise<N8nExecution> {
	const { parse } = await import('flatted');
	const { id, workflowId, status, mode, waitTill, customData, data } = execution.parse(answer);
	const unpacked: unknown = parse(data);
	const resultData = runData.optional().parse(unpacked)?.resultData;
	return {
		id,
		workflowId,
		status,
		mode,
		waitTill: waitTill ?? undefined,
		customData,
		runs: resultData?.runData ?? {},
		lastNode: resultData?.lastNodeExecuted,
		error: resultData?.error,
	};
}

/** What a node gave out on one of its outputs the last time it ran; nothing if it never did. */
export function outputOf(
	{ runs }: N8nExecution,
	nodeName: string,
	outputIndex = 0,
): Record<string, unknown>[] {
	const items = runs[nodeName]?.at(-1)?.data?.['main']?.[outputIndex] ?? [];
	return items.map(({ json }) => json);
}
