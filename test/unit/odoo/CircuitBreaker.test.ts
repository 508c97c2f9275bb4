import { CircuitBreaker } from '../../../src/odoo/CircuitBreaker';

const SETTINGS = { threshold: 3, pauseMs: 1000 };

/** A breaker that failed so often, the last time at 0. */
function failed(times: number): CircuitBreaker {
	const breaker = new CircuitBreaker(SETTINGS);
	for (let time = 1; time <= times; time += 1) breaker.fail(0);
	return breaker;
}

describe('CircuitBreaker', () => {
	it.each([
		{ failures: 2, now: 0, admits: true },
		{ failures: 3, now: 0, admits: false },
		{ failures: 3, now: 999, admits: false },
		{ failures: 3, now: 1000, admits: true },
	])('after $failures failures, $now ms later, admits: $admits', ({ failures, now, admits }) => {
		expect(failed(failures).admits(now)).toBe(admits);
	});

	it('counts failures in a row only', () => {
		const breaker = failed(2);
		breaker.succeed();
		breaker.fail(0);
		breaker.fail(0);

		expect(breaker.admits(0)).toBe(true);
	});

	it('lets one trial pass after the pause, and no second beside it', () => {
		const breaker = failed(3);

		expect([breaker.admits(1000), breaker.admits(1000), breaker.admits(1999)]).toEqual([
			true,
			false,
			false,
		]);
	});

	it('closes when the trial succeeds', () => {
		const breaker = failed(3);
		breaker.admits(1000);
		breaker.succeed();

		expect([breaker.admits(1001), breaker.admits(1001)]).toEqual([true, true]);
	});

	it('opens for another pause when the trial fails', () => {
		const breaker = failed(3);
		breaker.admits(1000);
		breaker.fail(1500);

		expect([breaker.admits(2499), breaker.admits(2500)]).toEqual([false, true]);
	});

	it('tries again when a trial never reports back', () => {
		const breaker = failed(3);
		breaker.admits(1000);

		expect(breaker.admits(2000)).toBe(true);
	});
});
