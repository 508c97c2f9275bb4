import { AdviceUnfitError, reasonToFallBack } from '../../../src/advisory/errors';
import { HttpAbortedError } from '../../../src/http/errors';

describe('reasonToFallBack', () => {
	it('is what was foreseen, in its own words', () => {
		expect(reasonToFallBack(new AdviceUnfitError('The model refused.'))).toBe('The model refused.');
	});

	it('is the name alone of what nobody foresaw, so that no content gets out', () => {
		expect(reasonToFallBack(new TypeError('Margin of Azure Interior'))).toBe(
			'Asking the model failed (TypeError).',
		);
		expect(reasonToFallBack('secret')).toBe('Asking the model failed (unknown).');
	});

	it('is none when somebody stopped the execution', () => {
		expect(() => reasonToFallBack(new HttpAbortedError())).toThrow(HttpAbortedError);
	});
});
