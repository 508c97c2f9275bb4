import fc from 'fast-check';

import {
	OdooConcurrencyError,
	OdooTimeoutError,
	OdooTransportError,
	OdooUserError,
} from '../../../src/odoo/errors';
import { isWorthRetrying, retryDelayMs } from '../../../src/odoo/retry';

describe('retryDelayMs', () => {
	it.each([
		{ attempt: 1, chance: 0, delay: 0 },
		{ attempt: 1, chance: 0.5, delay: 250 },
		{ attempt: 1, chance: 0.999, delay: 499 },
		{ attempt: 2, chance: 0.5, delay: 500 },
		{ attempt: 4, chance: 0.5, delay: 2000 },
		{ attempt: 5, chance: 0.5, delay: 2500 },
		{ attempt: 60, chance: 0.5, delay: 2500 },
	])('attempt $attempt, chance $chance: $delay ms', ({ attempt, chance, delay }) => {
		expect(retryDelayMs(attempt, () => chance)).toBe(delay);
	});

	it('never exceeds five seconds', () => {
		const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1000 }), chance, (attempt, value) => {
				const delay = retryDelayMs(attempt, () => value);
				return delay >= 0 && delay < 5000;
			}),
		);
	});
});

describe('isWorthRetrying', () => {
	const lost = new OdooTransportError('a.b', 'lost', { retryable: true });

	it.each([
		{ name: 'a lost answer', error: lost, attempt: 1, expected: true },
		{ name: 'a lost answer, second attempt', error: lost, attempt: 2, expected: true },
		{ name: 'a lost answer, last attempt', error: lost, attempt: 3, expected: false },
		{ name: 'a timeout', error: new OdooTimeoutError('a.b', ''), attempt: 1, expected: true },
		{ name: 'a conflict', error: new OdooConcurrencyError('a.b', ''), attempt: 1, expected: true },
		{ name: 'a refusal', error: new OdooUserError('a.b', ''), attempt: 1, expected: false },
		{ name: 'a fault of ours', error: new TypeError(''), attempt: 1, expected: false },
	])('$name: $expected', ({ error, attempt, expected }) => {
		expect(isWorthRetrying(error, attempt)).toBe(expected);
	});
});
