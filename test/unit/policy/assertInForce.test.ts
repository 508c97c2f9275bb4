import { assertInForce } from '../../../src/domain/policy/assertInForce';
import { PolicyNotInForceError } from '../../../src/domain/policy/errors';
import { aPolicy } from './samplePolicy';

describe('a policy that is valid for a time', () => {
	const policy = aPolicy([], {
		validFrom: '2026-03-01',
		validUntil: '2026-03-31',
		timeZone: 'Europe/Berlin',
	});

	it.each([
		['at the beginning of its first day', '2026-02-28T23:00:00.000Z', true],
		['a moment before', '2026-02-28T22:59:59.999Z', false],
		['on the evening of its last day', '2026-03-31T21:59:59.999Z', true],
		['after it', '2026-03-31T22:00:00.000Z', false],
	])('%s', (_name, now, isInForce) => {
		let refusal: unknown = null;
		try {
			assertInForce(policy, now);
		} catch (error) {
			refusal = error;
		}
		expect(refusal instanceof PolicyNotInForceError).toBe(!isInForce);
	});

	it('ends at an instant where it says one', () => {
		const untilNoon = aPolicy([], { validUntil: '2026-03-31T12:00:00Z' });
		expect(() => {
			assertInForce(untilNoon, '2026-03-31T12:00:00.001Z');
		}).toThrow(/was valid until 2026-03-31T12:00:00Z/);
	});

	it('never ends without a date', () => {
		expect(() => {
			assertInForce(aPolicy(), '2999-01-01T00:00:00.000Z');
		}).not.toThrow();
	});
});
