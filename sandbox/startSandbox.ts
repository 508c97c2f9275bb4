import { listen } from './listen';
import { models } from './models/models';
import { notImplemented } from './OdooFault';
import { Database } from './orm/Database';
import type { Server } from './orm/Environment';
import { deliver } from './outbox/deliver';
import { SaveWatcher } from './outbox/SaveWatcher';
import { WebhookSender } from './outbox/WebhookSender';
import type { SandboxUsers } from './seed/people';
import { seed } from './seed/seed';
import { statusPage } from './statusPage';
import { html, type Answer, type Request } from './transport/Answer';
import { answerJson2 } from './transport/json2';
import { answerJsonRpc } from './transport/jsonRpc';
import { answerVersion } from './transport/version';
import { wordingOf, type OdooVersion } from './wording';

export interface SandboxOptions {
	/** Any free port when left out. */
	port?: number;
	/** Which Odoo it passes for; 19 when left out. */
	version?: OdooVersion;
	/** Name of the one database; `sandbox` when left out. */
	database?: string;
	/** How often unacknowledged events are looked for; every minute when left out, 0 for never. */
	redeliveryIntervalMs?: number;
	/** The clock; that of the machine when left out. */
	now?: () => Date;
}

export interface Sandbox {
	url: string;
	database: string;
	version: OdooVersion;
	users: SandboxUsers;
	/** What it is made of, for tests that need another past than they had. */
	server: Server;
	/** Sends what is due at `at` (now when left out), as the Scheduled Action does. */
	deliver(at?: Date): void;
	/** Resolves when no webhook is underway. */
	settled(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts an Odoo in memory, seeded with a distributor and with the approvals set up. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, version = 19, database: name = 'sandbox' } = options;
	const { redeliveryIntervalMs = 60_000, now = () => new Date() } = options;
	const database = new Database();
	const wording = wordingOf(version);
	const server: Server = { database, models, version, wording, now, watches: [] };
	const users = seed(server);
	server.watches.push(new SaveWatcher(server));
	const sender = new WebhookSender(database, now);

	const sendDue = (at = now()) => {
		deliver({ ...server, now: () => at }, sender);
	};
	const timer = redeliveryIntervalMs > 0 ? setInterval(sendDue, redeliveryIntervalMs) : undefined;
	timer?.unref();

	const { url, close } = await listen(
		port,
		(request) => route(server, name, users, request),
		() => {
			if (sender.sendNew()) sendDue();
		},
	);
	return {
		url,
		database: name,
		version,
		users,
		server,
		deliver: sendDue,
		settled: () => sender.settled(),
		stop: async () => {
			clearInterval(timer);
			await close();
			await sender.settled();
		},
	};
}

function route(server: Server, name: string, users: SandboxUsers, request: Request): Answer {
	const { method, path } = request;
	if (path === '/jsonrpc') return answerJsonRpc(server, name, request);
	if (path.startsWith('/json/2/') && server.version >= 19)
		return answerJson2(server, name, request);
	if (path === '/web/version' && method === 'GET') return answerVersion(server.version);
	if (path === '/') return html(200, statusPage(server, name, users));
	throw notImplemented(`${method} ${path}`);
}
