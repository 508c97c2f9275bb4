import { runExamples } from '../../../src/domain/policy/runExamples';
import { aPolicy, aRule } from './samplePolicy';

describe('runExamples', () => {
	it('says for each example whether the rules agree', async () => {
		const policy = aPolicy([aRule()], {
			examples: [
				{ name: 'at the floor', facts: { margin: 15 }, outcome: 'auto_approve' },
				{ name: 'below it', facts: { margin: 14.99 }, outcome: 'auto_approve' },
				{ name: 'not known', facts: {}, outcome: 'require_approval' },
			],
		});
		expect(await runExamples(policy)).toEqual([
			{ name: 'at the floor', expected: 'auto_approve', actual: 'auto_approve', passed: true },
			{ name: 'below it', expected: 'auto_approve', actual: 'require_approval', passed: false },
			{ name: 'not known', expected: 'require_approval', actual: 'require_approval', passed: true },
		]);
	});
});
