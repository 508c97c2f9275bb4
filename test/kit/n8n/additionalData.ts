import { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** What credentials hold, by type. */
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

export interface Surroundings {
	/** Address of the test server. */
	url: string;
	credentials: Credentials;
	/** Runs another workflow. */
	executeWorkflow: IWorkflowExecuteAdditionalData['executeWorkflow'];
}

/** What the engine asks its host for, in the one way that these tests need. */
export function additionalDataFor(
	{ url, credentials, executeWorkflow }: Surroundings,
	mode: WorkflowExecuteMode,
	executionId: string,
): IWorkflowExecuteAdditionalData {
	const workflow = { id: '', name: '', nodes: [], connections: {}, active: false };
	const data = {
		hooks: new ExecutionLifecycleHooks(mode, executionId, {
			...workflow,
			isArchived: false,
			createdAt: new Date(0),
			updatedAt: new Date(0),
			activeVersionId: null,
		}),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${url}/rest`,
		instanceBaseUrl: url,
		webhookBaseUrl: `${url}/webhook`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		formBaseUrl: `${url}/form`,
		formTestBaseUrl: `${url}/form-test`,
		formWaitingBaseUrl: `${url}/form-waiting`,
		mcpBaseUrl: `${url}/mcp`,
		mcpTestBaseUrl: `${url}/mcp-test`,
		executeWorkflow,
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
		credentialsHelper: {
			getDecrypted: async (_data: unknown, _node: unknown, type: string) =>
				await Promise.resolve(credentials[type]),
			getParentTypes: () => [],
			getCredentialsProperties: () => [],
			isCredentialUsableByNode: () => true,
		},
	};
	// The engine's interface has some fifty members, of which these are the ones it uses here.
	return data as unknown as IWorkflowExecuteAdditionalData;
}
