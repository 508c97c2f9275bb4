import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFile } from './cacheFolder';
import { installDebianPackages } from './debianPackages';
import { freePort } from './freePort';
import { ServerProcess } from './ServerProcess';

/** A running Redis that forgets everything when it ends. */
export interface Redis {
	host: string;
	port: number;
	stop(): Promise<void>;
}

/** Starts Debian's Redis as a process of our own; installs it when it is missing. */
export async function startRedis(): Promise<Redis> {
	await installDebianPackages('Redis', ['redis-server']);
	const host = '127.0.0.1';
	const port = await freePort();
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-redis-'));
	const inMemory = ['--save', '', '--appendonly', 'no', '--dir', folder];
	const server = await ServerProcess.start(
		'redis-server',
		['--bind', host, '--port', String(port), ...inMemory],
		{
			logFile: logFile('redis'),
			isReady: async () => await answersPing(host, port),
			startTimeoutMs: 10_000,
		},
	);
	return {
		host,
		port,
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function answersPing(host: string, port: number): Promise<boolean> {
	return await new Promise((resolve, reject) => {
		const socket = connect(port, host, () => socket.write('PING\r\n'));
		socket.setTimeout(1_000, () => socket.destroy(new Error('Redis does not answer')));
		socket.once('error', reject);
		socket.once('data', (answer) => {
			socket.end();
			resolve(answer.toString().startsWith('+PONG'));
		});
	});
}
