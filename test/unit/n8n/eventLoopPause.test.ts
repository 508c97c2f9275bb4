import { setImmediate as turn } from 'node:timers/promises';
import { EventLoopPause } from '../../../src/n8n/eventLoopPause';

describe('the pause for the event loop', () => {
	it('lets the others in after 10 ms of work, and not before', async () => {
		let now = 0;
		const pauses: number[] = [];
		const pause = new EventLoopPause({
			now: () => now,
			next: async () => {
				pauses.push(now);
				// Others take their time.
				now += 100;
				return await Promise.resolve();
			},
		});
		for (let piece = 0; piece < 6; piece += 1) {
			now += 5;
			await pause.afterWork();
		}
		expect(pauses).toEqual([10, 120, 230]);
	});

	it('lets a timer fire in the midst of work that never waits', async () => {
		const pause = new EventLoopPause();
		const fired: number[] = [];
		setTimeout(() => {
			fired.push(performance.now());
		}, 1);
		for (let piece = 0; piece < 100 && fired.length === 0; piece += 1) {
			spin(5);
			await pause.afterWork();
		}
		expect(fired).toHaveLength(1);
	});

	it('lets only one of several go on in each turn of the loop', async () => {
		const resumedIn: number[] = [];
		let turns = 0;
		const counting = (async () => {
			while (resumedIn.length < 5) {
				await turn();
				turns += 1;
			}
		})();
		const work = Array.from({ length: 5 }, async () => {
			const pause = new EventLoopPause();
			spin(21);
			await pause.afterWork();
			resumedIn.push(turns);
		});
		await Promise.all([...work, counting]);
		expect(new Set(resumedIn).size).toBe(5);
	});
});

function spin(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end);
}
