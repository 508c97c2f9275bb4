import { Limiter } from '../../../src/odoo/Limiter';

/** A task that ends when it is told to. */
function task(log: string[], name: string) {
	let end: (value: string) => void = () => undefined;
	let fail: (error: Error) => void = () => undefined;
	const told = new Promise<string>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	return {
		run: async () => {
			log.push(name);
			return await told;
		},
		end: () => end(name),
		fail: () => fail(new Error(name)),
	};
}

describe('Limiter', () => {
	it('runs as many at once as allowed, and the others in the order in which they came', async () => {
		const log: string[] = [];
		const limiter = new Limiter(2);
		const [a, b, c, d] = [task(log, 'a'), task(log, 'b'), task(log, 'c'), task(log, 'd')];
		const results = [a, b, c, d].map(async ({ run }) => await limiter.run(run));

		expect(log).toEqual(['a', 'b']);
		b.end();
		await results[1];
		expect(log).toEqual(['a', 'b', 'c']);
		a.end();
		await results[0];
		expect(log).toEqual(['a', 'b', 'c', 'd']);
		c.end();
		d.end();
		expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
	});

	it('gives the place of a failed task to the next', async () => {
		const log: string[] = [];
		const limiter = new Limiter(1);
		const [a, b] = [task(log, 'a'), task(log, 'b')];
		const first = limiter.run(a.run);
		const second = limiter.run(b.run);

		a.fail();
		await expect(first).rejects.toThrow(new Error('a'));
		b.end();
		expect(await second).toBe('b');
	});

	it('has all its places again when everything is done', async () => {
		const log: string[] = [];
		const limiter = new Limiter(2);
		await Promise.all([1, 2, 3, 4, 5].map(async () => await limiter.run(async () => await null)));
		const [a, b, c] = [task(log, 'a'), task(log, 'b'), task(log, 'c')];
		const results = [a, b, c].map(async ({ run }) => await limiter.run(run));

		expect(log).toEqual(['a', 'b']);
		[a, b, c].forEach(({ end }) => end());
		await Promise.all(results);
	});
});
