/**
 * Runs one step that may take a while and says so on standard error: a line when it is done, and
 * one every 15 seconds in between so that nobody takes a download for a standstill.
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	const say = (text: string) => process.stderr.write(`  ${label} ${text}\n`);

	const reminder = setInterval(() => {
		say(`… ${seconds()}`);
	}, 15_000);
	try {
		const result = await work();
		say(`✓ ${seconds()}`);
		return result;
	} catch (error) {
		say(`✗ ${seconds()}`);
		throw error;
	} finally {
		clearInterval(reminder);
	}
}
