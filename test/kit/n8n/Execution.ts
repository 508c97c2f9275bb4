import type { ITaskData, IRun, IRunExecutionData, IDataObject } from 'n8n-workflow';
import { deserialize, serialize } from 'node:v8';
import type { WorkflowJson } from './TestWorkflow';

/** One execution as n8n keeps it between runs. */
export class Execution {
	status: IRun['status'] = 'running';
	waitTill: Date | null = null;
	private stored = serialize(null);

	constructor(
		readonly id: string,
		readonly workflowId: string,
		readonly workflow: WorkflowJson,
		readonly mode: IRun['mode'],
	) {}

	/** Keeps what a run left, in bytes: nothing of it survives in the memory of a node. */
	store({ status, waitTill, data }: Pick<IRun, 'status' | 'waitTill' | 'data'>): void {
		this.status = status;
		this.waitTill = waitTill ?? null;
		this.stored = serialize(data);
	}

	/** A copy of the run data, to go on with or to look at. */
	load(): IRunExecutionData {
		return deserialize(this.stored) as IRunExecutionData;
	}

	get error(): { message: string; description?: string } | undefined {
		return this.load().resultData.error as { message: string } | undefined;
	}

	get lastNode(): string {
		return this.load().resultData.lastNodeExecuted ?? '';
	}

	/** Names of the nodes that ran, in order, each as often as it ran. */
	get path(): string[] {
		return Object.entries(this.load().resultData.runData)
			.flatMap(([name, runs]) => runs.map((run) => ({ name, at: run.executionIndex })))
			.sort((left, right) => left.at - right.at)
			.map(({ name }) => name);
	}

	/** What the last run of a node put out, by output. */
	outputsOf(node: string): IDataObject[][] {
		const main = this.lastRunOf(node)?.data?.['main'] ?? [];
		return main.map((items) => (items ?? []).map(({ json }) => json));
	}

	lastRunOf(node: string): ITaskData | undefined {
		return this.load().resultData.runData[node]?.at(-1);
	}
}
