import { exchanges } from './recordings';
import { isListedAs, listed, roleOf } from './roles';

describe('the recordings', () => {
	it('are played or listed with a reason, every one of them', () => {
		const count = { call: 0, authentication: 0, version: 0, refused: 0, impossible: 0 };
		for (const exchange of exchanges) count[roleOf(exchange)] += 1;

		expect(count).toEqual({
			call: 718,
			authentication: 15,
			version: 5,
			refused: 13,
			impossible: 23,
		});
		expect(exchanges).toHaveLength(718 + 15 + 5 + 13 + 23);
	});

	it.each(listed)('hold the listed exchange: $topic $transport $label', (entry) => {
		expect(exchanges.some((exchange) => isListedAs(entry, exchange))).toBe(true);
		expect(entry.reason).not.toBe('');
	});
});
