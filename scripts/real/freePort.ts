import { createServer } from 'node:net';

/**
 * A TCP port of 127.0.0.1 that nobody listens on right now: the wanted one, else any.
 *
 * @throws when the wanted one is taken
 */
export async function freePort(wanted = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (cause) => {
			reject(new Error(`Port ${String(wanted)} cannot be had`, { cause }));
		});
		probe.listen(wanted, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				if (address !== null && typeof address === 'object') resolve(address.port);
				else reject(new Error('The system gave no port'));
			});
		});
	});
}
