import { parseArgs } from 'node:util';
import { createApiKey, startOdoo } from './odoo';

const usage = 'tsx scripts/real/odooServer.ts [--port 8069] [--database name] [--keep]';

/**
 * Runs a real Odoo until it is told to end, and prints how to reach it as one line of JSON.
 * The database is removed at the end unless it is to be kept.
 */
async function main(): Promise<void> {
	const { port, database, keep } = readArguments();
	const odoo = await startOdoo({
		...(port === undefined ? {} : { port: Number(port) }),
		...(database === undefined ? {} : { database }),
	});

	let ending = false;
	const end = async () => {
		if (ending) return;
		ending = true;
		await (keep ? odoo.stop() : odoo.drop());
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());

	const { url, adminLogin, adminPassword, logFile } = odoo;
	const admin = { login: adminLogin, password: adminPassword };
	const apiKey = await createApiKey(odoo, { ...admin, name: 'Real Odoo server' });
	const facts = { url, database: odoo.database, adminLogin, adminPassword, apiKey, logFile };
	process.stdout.write(`${JSON.stringify(facts)}\n`);
	setInterval(() => undefined, 2 ** 30);
}

function readArguments(): { port?: string; database?: string; keep: boolean } {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			database: { type: 'string' },
			keep: { type: 'boolean', default: false },
		},
	});
	return values;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
	process.exit(1);
});
