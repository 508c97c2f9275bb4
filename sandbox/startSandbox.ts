import { areas } from '../src/domain/areas/areas';
import { listen } from './listen';
import { models } from './models/models';
import { notImplemented } from './OdooFault';
import { Database } from './orm/Database';
import type { Server } from './orm/Environment';
import { ChangeWatch } from './outbox/ChangeWatch';
import { redeliver } from './outbox/redeliver';
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
	/** Sends again what is due at `at` (now when left out), as the Scheduled Action does. */
	redeliver(at?: Date): void;
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
	server.watches.push(...areas.map((area) => new ChangeWatch(area, server)));
	const sender = new WebhookSender(database, now);

	const again = (at = now()) => redeliver(database, sender, at);
	const timer = redeliveryIntervalMs > 0 ? setInterval(again, redeliveryIntervalMs) : undefined;
	timer?.unref();

	const { url, close } = await listen(
		port,
		(request) => route(server, name, users, request),
		() => sender.sendNew(),
	);
	return {
		url,
		database: name,
		version,
		users,
		redeliver: again,
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
