import { factsOfRows, typedRowSchema } from '../../../src/domain/policy/factsOfRows';

const row = (given: Record<string, unknown>) =>
	typedRowSchema.parse({ operator: 'greaterThan', value: '1', ...given });

describe('the facts that rows of a table declare', () => {
	it('are what the rows say that they are, also those that are compared with', () => {
		expect(
			factsOfRows([
				row({ fact: 'days' }),
				row({ fact: 'tier', type: 'string', operator: 'equal', value: '{{ tierBefore }}' }),
				row({ fact: 'open', measure: 'percentOf', percentOf: 'limit' }),
			]),
		).toEqual({
			days: { type: 'number' },
			tier: { type: 'string' },
			tierBefore: { type: 'string' },
			open: { type: 'number' },
			limit: { type: 'number' },
		});
	});
});
