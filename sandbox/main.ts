import { startSandbox } from './startSandbox';

/** `tsx sandbox/main.ts [--port 8069] [--version 18|19]`: a sandbox until it is interrupted. */
async function main(words: string[]): Promise<void> {
	const port = Number(valueOf(words, '--port') ?? 8069);
	const version = valueOf(words, '--version') === '18' ? 18 : 19;
	const sandbox = await startSandbox({ port, version });
	console.log(`Odoo ${version} sandbox at ${sandbox.url}, database "${sandbox.database}"`);
	for (const { login, name, apiKey } of Object.values(sandbox.users))
		console.log(`  ${login.padEnd(12)} ${name.padEnd(18)} ${apiKey}`);
	process.once('SIGINT', () => void sandbox.stop());
	process.once('SIGTERM', () => void sandbox.stop());
}

function valueOf(words: string[], option: string): string | undefined {
	const at = words.indexOf(option);
	return at < 0 ? undefined : words[at + 1];
}

void main(process.argv.slice(2));
