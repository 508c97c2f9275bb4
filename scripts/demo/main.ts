import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type OpenStage, openStage } from '../scenario/openStage';
import type { OdooSide } from '../scenario/OdooSide';
import { playScenario } from '../scenario/playScenario';
import { chooseOdoo } from './chooseOdoo';
import { openForBusiness } from './openForBusiness';
import { usage } from './usage';

/** Everything that runs and has to end, whatever happens. */
interface Running {
	folder?: string;
	odoo?: OdooSide;
	stage?: OpenStage;
}

async function main(): Promise<number> {
	const options = readOptions();
	if (options.help) {
		process.stdout.write(usage);
		return 0;
	}
	const running: Running = {};
	const interrupted = waitForInterrupt(running);
	try {
		running.folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-demo-'));
		running.odoo = await chooseOdoo(process.env);
		running.stage = await openStage(running.odoo, { folder: running.folder });
		if (options.once) return await playOnce(running.stage);
		await openForBusiness(running.stage, running.odoo, interrupted);
		return 0;
	} finally {
		await end(running);
	}
}

function readOptions(): { once: boolean; help: boolean } {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	return values;
}

async function playOnce(stage: OpenStage): Promise<number> {
	const { summary, isGood } = await playScenario(stage, say);
	say(JSON.stringify(summary));
	return isGood ? 0 : 1;
}

/** Resolves at Ctrl-C. While things are still being started, it ends them at once. */
async function waitForInterrupt(running: Running): Promise<void> {
	await new Promise<void>((resolve) => {
		const interrupt = () => {
			if (running.stage === undefined) void end(running).finally(() => process.exit(130));
			else resolve();
		};
		// Not just once: servers that we started end us hard when nobody listens any more.
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
	});
}

async function end({ stage, odoo, folder }: Running): Promise<void> {
	await stage?.close();
	await odoo?.close();
	if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	},
);
