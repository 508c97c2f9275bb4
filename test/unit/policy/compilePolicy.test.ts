import { compilePolicy, policyHash } from '../../../src/domain/policy/compilePolicy';
import { PolicyInvalidError } from '../../../src/domain/policy/errors';
import { aPolicy, aRule } from './samplePolicy';

describe('compilePolicy', () => {
	it('compiles one content once', () => {
		const { id, ...rest } = aPolicy();
		expect(compilePolicy({ ...rest, id })).toBe(compilePolicy(aPolicy()));
	});

	it('compiles another content apart', () => {
		expect(compilePolicy(aPolicy([], { version: '4' }))).not.toBe(compilePolicy(aPolicy([])));
	});

	it('forgets the oldest of very many', () => {
		const first = compilePolicy(aPolicy([], { version: 'first' }));
		for (let version = 0; version < 100; version += 1) {
			compilePolicy(aPolicy([], { version: `next-${version}` }));
		}
		expect(compilePolicy(aPolicy([], { version: 'first' }))).not.toBe(first);
	});

	it('refuses what could not be evaluated, although it has the shape of a policy', () => {
		const policy = aPolicy([aRule({ when: { fact: 'profit', operator: 'isMissing' } })]);
		expect(() => compilePolicy(policy)).toThrow(PolicyInvalidError);
	});
});

describe('policyHash', () => {
	it('does not depend on the order of keys', () => {
		const { id, rules, ...rest } = aPolicy();
		expect(policyHash({ rules, ...rest, id })).toBe(
			'1beb0a83056aba96c05174d164d96eeb48c7d17449f96af3bd3eadb109138084',
		);
	});

	it.each<[string, ReturnType<typeof aPolicy>]>([
		['version', aPolicy([aRule()], { version: '4' })],
		['threshold', aPolicy([aRule({ when: { fact: 'margin', operator: 'lessThan', value: 16 } })])],
		['reason', aPolicy([aRule({ reason: 'Too low' })])],
		['rules', aPolicy([aRule(), aRule({ id: 'other' })])],
	])('depends on the %s', (_what, policy) => {
		expect(policyHash(policy)).not.toBe(policyHash(aPolicy()));
	});
});
