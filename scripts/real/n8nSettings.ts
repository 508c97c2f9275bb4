import { join } from 'node:path';
import { freePort } from './freePort';

/** Where one process of n8n lives and how it is reached. */
export interface N8nPlace {
	userFolder: string;
	port: number;
	editorUrl: string;
	/** What addresses of webhooks, and of pages that people open, begin with. */
	webhookUrl: string;
}

/** What every process of n8n that we start is told, whatever it does. */
export async function n8nSettings({
	userFolder,
	port,
	editorUrl,
	webhookUrl,
}: N8nPlace): Promise<Record<string, string | undefined>> {
	return {
		NODE_ENV: 'production',
		NODE_OPTIONS: undefined,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// Two servers side by side would otherwise fight for this one.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		WEBHOOK_URL: `${webhookUrl}/`,
		N8N_EDITOR_BASE_URL: editorUrl,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

/** Whether a process that answers HTTP can be used; a refused connection counts as "not yet". */
export async function isHealthy(url: string): Promise<boolean> {
	return (await ask(`${url}/healthz/readiness`)).ok;
}

/** While it starts, n8n answers all calls with a friendly text and status 200. */
export async function isEditorReady(url: string): Promise<boolean> {
	if (!(await isHealthy(url))) return false;
	const settings = await ask(`${url}/rest/settings`);
	return settings.headers.get('content-type')?.includes('json') === true;
}

async function ask(url: string): Promise<Response> {
	return await fetch(url, { signal: AbortSignal.timeout(5_000) });
}

/** Where n8n looks for packages of nodes. */
export function nodesFolder(userFolder: string): string {
	return join(userFolder, '.n8n/nodes');
}
