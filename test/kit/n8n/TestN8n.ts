import './environment';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HookContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	type ExecuteWorkflowData,
	type IDataObject,
	type IExecuteWorkflowInfo,
	type IHookFunctions,
	type INode,
	type INodeExecutionData,
	type IRun,
	type IRunExecutionData,
	type IWebhookData,
	type IWebhookDescription,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor, type Credentials } from './additionalData';
import { Execution } from './Execution';
import { HttpExchange } from './HttpExchange';
import { loadList, type ListRequest } from './loadList';
import { instantiate, type WorkflowJson } from './TestWorkflow';
import { callWebhook, type WebhookOutcome } from './callWebhook';

interface Listening {
	id: string;
	json: WorkflowJson;
	node: INode;
	webhooks: IWebhookDescription[];
	isTest: boolean;
	/** Takes back what was registered. */
	stop: () => Promise<void>;
}

interface Published {
	id: string;
	urls: string[];
	unpublish: () => Promise<void>;
}

/**
 * A small n8n in this process: n8n's own engine, with as much of a host around it as waiting and
 * webhooks need. It keeps executions as bytes between runs, so that waiting is as durable as there.
 */
export class TestN8n {
	readonly executions: Execution[] = [];
	private readonly published = new Map<string, WorkflowJson>();
	/** By the path of the address. */
	private readonly listening = new Map<string, Listening>();
	private readonly underway = new Set<Promise<unknown>>();
	private server: Server | undefined;
	private address = '';
	private workflows = 0;
	private begun = 0;

	private constructor(private readonly credentials: Credentials) {}

	static async start(credentials: Credentials): Promise<TestN8n> {
		const n8n = new TestN8n({ ...credentials });
		const server = createServer((request, response) => {
			void HttpExchange.read(request, response).then(async (exchange) => {
				await n8n.answer(exchange);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		n8n.server = server;
		n8n.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		return n8n;
	}

	get url(): string {
		return this.address;
	}

	async stop(): Promise<void> {
		await this.settled();
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/** Loses every execution, as pruning or a lost database does. */
	loseExecutions(): void {
		this.executions.length = 0;
	}

	/** Changes what a credential holds, as somebody does in the editor. */
	useCredential(type: string, data: Credentials[string]): void {
		this.credentials[type] = data;
	}

	/** Resolves when no execution runs any more. */
	async settled(): Promise<void> {
		while (this.underway.size > 0) await Promise.all(this.underway);
	}

	/**
	 * Publishes a workflow: its triggers subscribe, and their webhooks are answered from now on.
	 *
	 * @param id of a workflow that was published before and has been edited since
	 */
	async publish(json: WorkflowJson, id = this.nextWorkflowId()): Promise<Published> {
		const published = await this.listen(json, id, false);
		this.published.set(id, json);
		return published;
	}

	/** Listens for a test in the editor: for one event, at an address of its own. */
	async listenForTest(json: WorkflowJson): Promise<Published> {
		return await this.listen(json, this.nextWorkflowId(), true);
	}

	/** Loads a list of the editor. */
	async loadList(request: ListRequest): Promise<Array<{ name: string; value: unknown }>> {
		return await loadList(this.additionalData('internal', ''), request);
	}

	/** Runs a workflow from one of its nodes with the given items. */
	async run(json: WorkflowJson, start: string, items: IDataObject[]): Promise<Execution> {
		const input = items.map((item) => ({ json: item }));
		return await this.begin(this.nextWorkflowId(), json, start, [input], 'trigger');
	}

	/** What the timer of a waiting execution does, whenever it is due. */
	async fireTimer(execution: Execution): Promise<void> {
		const data = execution.load();
		if (execution.waitTill) data.waitTill = execution.waitTill;
		execution.status = 'running';
		await this.proceed(execution, data);
	}

	execution(id: string): Execution {
		const found = this.executions.find((one) => one.id === id);
		if (!found) throw new Error(`There is no execution ${id}`);
		return found;
	}

	private async listen(json: WorkflowJson, id: string, isTest: boolean): Promise<Published> {
		const workflow = instantiate(id, json);
		const triggers = json.nodes
			.map(({ name }) => workflow.getNode(name))
			.filter((node) => node !== null)
			.filter((node) => this.typeOf(workflow, node).webhookMethods);
		const listening = new Map<string, Listening>();
		const unpublish = async () => {
			this.published.delete(id);
			for (const path of listening.keys()) this.listening.delete(path);
			for (const node of triggers) await this.hook(workflow, node, 'delete', isTest);
		};
		for (const node of triggers) {
			await this.hook(workflow, node, 'create', isTest);
			for (const webhook of this.typeOf(workflow, node).description.webhooks ?? []) {
				const kind = isTest ? 'webhook-test' : 'webhook';
				const path = `/${kind}/${NodeHelpers.getNodeWebhookPath(id, node, webhook.path)}`;
				const webhooks = [...(listening.get(path)?.webhooks ?? []), webhook];
				listening.set(path, { id, json, node, webhooks, isTest, stop: unpublish });
			}
		}
		for (const [path, one] of listening) this.listening.set(path, one);
		return { id, urls: [...listening.keys()].map((path) => this.address + path), unpublish };
	}

	private async answer(exchange: HttpExchange): Promise<void> {
		const { pathname } = exchange.url;
		const [, kind, ...rest] = pathname.split('/');
		if (exchange.isUnreadable)
			exchange.answer(422, { code: 422, message: 'Failed to parse request body' });
		else if (kind === 'webhook' || kind === 'webhook-test')
			await this.answerTrigger(exchange, pathname);
		else if (kind === 'webhook-waiting') await this.answerWaiting(exchange, rest[0] ?? '');
		else exchange.answer(404, { message: 'Not here' });
	}

	private async answerTrigger(exchange: HttpExchange, path: string): Promise<void> {
		const found = this.listening.get(path);
		if (!found) {
			exchange.answer(404, { message: 'The requested webhook is not registered.' });
			return;
		}
		const { id, json, node, webhooks, isTest } = found;
		const mode = isTest ? 'manual' : 'webhook';
		const outcome = await callWebhook(exchange, instantiate(id, json), node.name, {
			webhooks,
			additionalData: this.additionalData(mode, ''),
			mode,
			isTest,
			runExecutionData: null,
		});
		this.respond(exchange, outcome);
		if (!outcome.workflowData) return;
		await this.begin(id, json, node.name, outcome.workflowData, mode);
		if (isTest) await this.tracked(found.stop());
	}

	/** As n8n does: only who knows the token comes in, and only while the execution waits. */
	private async answerWaiting(exchange: HttpExchange, id: string): Promise<void> {
		const execution = this.executions.find((one) => one.id === id);
		if (!execution)
			return exchange.answer(404, { message: `The execution "${id}" does not exist.` });
		// One that crashed while it waited lets callers in, and never goes on.
		if (execution.status !== 'waiting' && execution.status !== 'crashed') {
			const words = execution.status === 'running' ? 'is running already' : 'has finished already';
			return exchange.answer(409, { message: `The execution "${id}" ${words}.` });
		}
		const data = execution.load();
		if (exchange.url.searchParams.get('signature') !== data.resumeToken) {
			return exchange.answer(401, { error: 'Invalid token' });
		}
		const workflow = instantiate(execution.workflowId, execution.workflow);
		const lastNode = workflow.getNode(execution.lastNode);
		const outcome = await callWebhook(exchange, workflow, execution.lastNode, {
			webhooks: (lastNode && this.typeOf(workflow, lastNode).description.webhooks) ?? [],
			additionalData: this.additionalData(execution.mode, id),
			mode: execution.mode,
			isTest: false,
			runExecutionData: data,
		});
		this.respond(exchange, outcome);
		const isFirst = this.execution(id).status === 'waiting';
		if (outcome.workflowData && isFirst) await this.resume(execution, outcome.workflowData);
	}

	private respond(exchange: HttpExchange, outcome: WebhookOutcome): void {
		if (outcome.noWebhookResponse !== true) exchange.answer(200, outcome.webhookResponse);
	}

	/** Hands on what the waiting node's webhook gave, by all of its outputs. */
	private async resume(execution: Execution, workflowData: INodeExecutionData[][]): Promise<void> {
		execution.status = 'running';
		const data = execution.load();
		const waiting = data.executionData?.nodeExecutionStack[0];
		if (!waiting) throw new Error('The execution has nothing to go on with');
		delete data.waitTill;
		waiting.node.disabled = true;
		waiting.data['main'] = workflowData;
		waiting.metadata = { ...waiting.metadata, forwardAllOutputs: true };
		data.resultData.runData[execution.lastNode]?.pop();
		await this.proceed(execution, data);
	}

	/** Starts another published workflow, and does not wait for its end. */
	private async call(
		{ id = '' }: IExecuteWorkflowInfo,
		items: INodeExecutionData[],
	): Promise<ExecuteWorkflowData> {
		const json = this.published.get(id);
		const start = json?.nodes.find(({ type }) => type.endsWith('.executeWorkflowTrigger'));
		if (!json || !start) throw new Error('Workflow is not active and cannot be executed.');
		void this.begin(id, json, start.name, [items], 'integrated');
		return await Promise.resolve({ executionId: String(this.begun), data: [null] });
	}

	private async begin(
		workflowId: string,
		json: WorkflowJson,
		start: string,
		main: INodeExecutionData[][],
		mode: WorkflowExecuteMode,
	): Promise<Execution> {
		this.begun += 1;
		const execution = new Execution(String(this.begun), workflowId, json, mode);
		this.executions.push(execution);
		const node = instantiate(workflowId, json).getNode(start);
		if (!node) throw new Error(`There is no node "${start}"`);
		const data = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] },
		});
		data.resumeToken = randomUUID();
		await this.proceed(execution, data);
		return execution;
	}

	private async proceed(execution: Execution, data: IRunExecutionData): Promise<void> {
		const { id, workflowId, workflow, mode } = execution;
		const additionalData = this.additionalData(mode, id);
		additionalData.currentNodeExecutionIndex = Object.values(data.resultData.runData).flat().length;
		const engine = new WorkflowExecute(additionalData, mode, data);
		await this.tracked(
			engine
				.processRunExecutionData(instantiate(workflowId, workflow))
				.then((run: IRun) => execution.store(run)),
		);
	}

	/** Work that `settled` waits for. */
	private async tracked(work: Promise<void>): Promise<void> {
		this.underway.add(work);
		await work.finally(() => this.underway.delete(work));
	}

	private additionalData(mode: WorkflowExecuteMode, executionId: string) {
		return additionalDataFor(
			{
				url: this.address,
				credentials: this.credentials,
				executeWorkflow: async (workflow, _data, { inputData = [] }) =>
					await this.call(workflow, inputData),
			},
			mode,
			executionId,
		);
	}

	private async hook(
		workflow: Workflow,
		node: INode,
		name: 'create' | 'delete',
		isTest: boolean,
	): Promise<void> {
		const start = isTest ? ('manual' as const) : ('activate' as const);
		const context = new HookContext(
			workflow,
			node,
			this.additionalData('internal', ''),
			'internal',
			name === 'create' ? start : 'update',
			// Nothing but this of a webhook matters to a node's address.
			{ isTest } as IWebhookData,
		);
		const method = this.typeOf(workflow, node).webhookMethods?.['default']?.[name];
		// The engine's class and the nodes' interface differ in optional members that nothing here uses.
		await method?.call(context as unknown as IHookFunctions);
	}

	private typeOf(workflow: Workflow, { type, typeVersion }: INode) {
		return workflow.nodeTypes.getByNameAndVersion(type, typeVersion);
	}

	private nextWorkflowId(): string {
		this.workflows += 1;
		return `workflow-${this.workflows}`;
	}
}
