import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readExecution, type N8nExecution } from './N8nExecution';

/** A workflow as the editor exports it. */
export interface WorkflowDraft {
	name: string;
	nodes: unknown[];
	connections: unknown;
	settings?: unknown;
	pinData?: unknown;
}

export interface CredentialDraft {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** n8n answered a call with an error. */
export class N8nApiError extends Error {
	override readonly name = 'N8nApiError';

	constructor(
		call: string,
		readonly status: number,
		body: string,
	) {
		super(`${call} answered ${String(status)}: ${body.slice(0, 500)}`);
	}
}

const idAlone = z.object({ id: z.string() });
const workflowVersion = z.object({ versionId: z.string() });
const publication = z.object({
	status: z.enum(['published', 'in_progress', 'not_published', 'partial', 'failed']),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});
const started = z.object({ executionId: z.string() });
const executionSummary = z.object({ id: z.string(), status: z.string(), workflowId: z.string() });
const executionList = z.object({ results: z.array(executionSummary) });

export type ExecutionSummary = z.infer<typeof executionSummary>;

/** The calls that n8n's own editor makes, as far as setting up and looking need them. */
export class N8nApi {
	/** Who the owner is once `setUpOwner` was called; of no use outside this machine. */
	static readonly owner = {
		email: 'owner@example.com',
		firstName: 'Olivia',
		lastName: 'Owner',
		password: 'Passw0rd1',
	};

	private cookie = '';

	constructor(private readonly url: string) {}

	/** Makes the owner's account in a new n8n, and logs in. */
	async setUpOwner(): Promise<void> {
		await this.send('POST', '/owner/setup', N8nApi.owner);
		await this.logIn();
	}

	async logIn(): Promise<void> {
		const { email, password } = N8nApi.owner;
		await this.send('POST', '/login', { emailOrLdapLoginId: email, password });
	}

	/** @returns the credential's id */
	async createCredential(draft: CredentialDraft): Promise<string> {
		return idAlone.parse(await this.send('POST', '/credentials', draft)).id;
	}

	/** Puts something else into a credential, as an analyst who saves it does. */
	async updateCredential(id: string, draft: CredentialDraft): Promise<void> {
		await this.send('PATCH', `/credentials/${id}`, draft);
	}

	/** Runs the credential's own test, as the editor does after saving. */
	async testCredential(id: string, draft: CredentialDraft): Promise<unknown> {
		return await this.send('POST', '/credentials/test', { credentials: { id, ...draft } });
	}

	/** @returns the workflow's id */
	async createWorkflow({ settings = {}, ...draft }: WorkflowDraft): Promise<string> {
		return idAlone.parse(await this.send('POST', '/workflows', { ...draft, settings })).id;
	}

	/** Publishes a workflow and waits until its triggers listen. */
	async activate(workflowId: string): Promise<void> {
		const path = `/workflows/${workflowId}`;
		const { versionId } = workflowVersion.parse(await this.send('GET', path));
		await this.send('POST', `${path}/activate`, { versionId });
		await this.waitForPublication(workflowId, 'published');
	}

	/** Takes a workflow back and waits until its triggers listen no more. */
	async deactivate(workflowId: string): Promise<void> {
		await this.send('POST', `/workflows/${workflowId}/deactivate`, {});
		await this.waitForPublication(workflowId, 'not_published');
	}

	/** Runs a workflow by hand. @returns the execution's id */
	async runWorkflow(workflowId: string, triggerName: string): Promise<string> {
		const body = { triggerToStartFrom: { name: triggerName } };
		return started.parse(await this.send('POST', `/workflows/${workflowId}/run`, body)).executionId;
	}

	/** The latest executions of a workflow, newest first. */
	async listExecutions(workflowId: string, limit = 50): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const path = `/executions?filter=${filter}&limit=${String(limit)}`;
		return executionList.parse(await this.send('GET', path)).results;
	}

	async getExecution(executionId: string): Promise<N8nExecution> {
		return await readExecution(await this.send('GET', `/executions/${executionId}`));
	}

	/**
	 * Waits until an execution has one of the statuses, such as `waiting` or `success`.
	 *
	 * An execution that ends in another way will never get there, so this fails at once.
	 */
	async waitForExecution(
		executionId: string,
		statuses: readonly string[],
		timeoutMs = 30_000,
	): Promise<N8nExecution> {
		const deadline = Date.now() + timeoutMs;
		let execution = await this.getExecution(executionId);
		while (!statuses.includes(execution.status)) {
			const hasEnded = ['success', 'error', 'canceled', 'crashed'].includes(execution.status);
			if (hasEnded || Date.now() > deadline) throw new Error(strayed(execution, statuses));
			await sleep(100);
			execution = await this.getExecution(executionId);
		}
		return execution;
	}

	/** Waits for the next execution of a workflow that is not among those already known. */
	async waitForNewExecution(
		workflowId: string,
		known: ReadonlySet<string> = new Set(),
		timeoutMs = 30_000,
	): Promise<ExecutionSummary> {
		const deadline = Date.now() + timeoutMs;
		while (Date.now() < deadline) {
			const found = (await this.listExecutions(workflowId)).findLast(({ id }) => !known.has(id));
			if (found !== undefined) return found;
			await sleep(100);
		}
		throw new Error(`No new execution of workflow ${workflowId} in ${String(timeoutMs)} ms`);
	}

	async stopExecution(executionId: string): Promise<void> {
		await this.send('POST', `/executions/${executionId}/stop`);
	}

	private async waitForPublication(
		workflowId: string,
		wanted: 'published' | 'not_published',
	): Promise<void> {
		const deadline = Date.now() + 30_000;
		while (Date.now() < deadline) {
			const answer = await this.send('GET', `/workflows/${workflowId}/publication-status`);
			const { status, triggers } = publication.parse(answer);
			if (status === wanted) return;
			const complaints = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			if (complaints.length > 0) throw new Error(complaints.join('; '));
			await sleep(50);
		}
		throw new Error(`Workflow ${workflowId} was not ${wanted} within 30 s`);
	}

	/** n8n ties the cookie to the browser that logged in, which the header stands for. */
	private async send(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				'Content-Type': 'application/json',
				'browser-id': 'n8n-nodes-odoo-approvals',
				Cookie: this.cookie,
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const cookie = response.headers.getSetCookie().find((one) => one.startsWith('n8n-auth='));
		this.cookie = cookie?.split(';')[0] ?? this.cookie;

		const text = await response.text();
		if (!response.ok) throw new N8nApiError(`${method} ${path}`, response.status, text);
		return z.object({ data: z.unknown() }).parse(JSON.parse(text)).data;
	}
}

function strayed(execution: N8nExecution, wanted: readonly string[]): string {
	const { id, status, error } = execution;
	const reason = error === undefined ? '' : `: ${error.message}`;
	return `Execution ${id} is ${status} and not ${wanted.join(' or ')}${reason}`;
}
