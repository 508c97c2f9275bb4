import { parseSigningKeys } from '../../../src/n8n/signingKeysFrom';

const long = 'x'.repeat(32);
const previous = 'y'.repeat(32);

describe('parseSigningKeys', () => {
	it('signs with the current key and accepts the previous one too', () => {
		const credential = {
			keyId: 'b',
			secretKey: long,
			previousKeyId: 'a',
			previousSecretKey: previous,
		};
		expect(parseSigningKeys(credential)).toEqual({
			current: { id: 'b', key: long },
			accepted: [
				{ id: 'b', key: long },
				{ id: 'a', key: previous },
			],
		});
	});

	it.each([{ previousKeyId: '', previousSecretKey: '' }, {}])('needs no previous key', (none) => {
		const { accepted } = parseSigningKeys({ keyId: 'b', secretKey: long, ...none });
		expect(accepted).toEqual([{ id: 'b', key: long }]);
	});

	it.each([
		{
			name: 'a short key',
			change: { secretKey: 'x'.repeat(31) },
			message: 'secretKey: at least 32 characters',
		},
		{
			name: 'no id',
			change: { keyId: '' },
			message: 'keyId: up to 32 letters, digits, dashes or underscores',
		},
		{
			name: 'a short previous key',
			change: { previousKeyId: 'a', previousSecretKey: 'short' },
			message: 'previousSecretKey: at least 32 characters',
		},
		{
			name: 'a previous key without its id',
			change: { previousSecretKey: previous },
			message: 'previousSecretKey: give both the previous key and its ID, or neither',
		},
		{
			name: 'one id for both',
			change: { previousKeyId: 'b', previousSecretKey: previous },
			message: 'previousKeyId: must differ from the current key ID',
		},
	])('refuses $name', ({ change, message }) => {
		expect(() => parseSigningKeys({ keyId: 'b', secretKey: long, ...change })).toThrow(message);
	});
});
