import fc from 'fast-check';
import { LinkExpiredError, LinkInvalidError } from '../../../src/domain/links/errors';
import {
	isFormOf,
	readDashboard,
	readLink,
	readRelay,
	signDashboard,
	signForm,
	signLink,
	signRelay,
} from '../../../src/domain/links/links';

const current = { id: 'k2', key: 'second key, in use for new links' };
const previous = { id: 'k1', key: 'first key, which is going away..' };
const keys = [current, previous];

const now = '2026-01-07T12:00:00.000Z';
const exp = Date.parse(now) / 1000 + 60;
const claims = { case: 7, step: 0, round: 2, actor: 11, fp: '0123456789abcdef', exp };
const token = signLink(claims, current);

describe('an approver’s link', () => {
	it('says who is asked about what, and cannot be made without the key', () => {
		expect(readLink(token, keys, now)).toEqual(claims);
		expect(token).toBe(
			'eyJ2IjoxLCJjYXNlIjo3LCJzdGVwIjowLCJyb3VuZCI6MiwiYWN0b3IiOjExLCJmcCI6IjAxMjM0NTY3ODlhYmNkZWYiLCJleHAiOjE3Njc3ODcyNjAsImtpZCI6ImsyIn0.p5fl_s3ufwcVyFIpmSt--Vq_wyiwp-1odgbJ0zJQJ9w',
		);
	});

	it('stays good while the key that signed it is kept', () => {
		const old = signLink(claims, previous);
		expect(readLink(old, keys, now)).toEqual(claims);
		expect(() => readLink(old, [current], now)).toThrow(LinkInvalidError);
	});

	it.each([
		['2026-01-07T12:00:59.999Z', null],
		['2026-01-07T12:01:00.000Z', 'LINK_EXPIRED'],
		['2027-01-07T12:00:00.000Z', 'LINK_EXPIRED'],
		['someday', 'LINK_EXPIRED'],
	])('at %s expires or not: %p', (instant, code) => {
		expect(refusalOf(() => readLink(token, keys, instant))).toBe(code);
	});

	it.each<{ name: string; token: unknown }>([
		{ name: 'nothing', token: undefined },
		{ name: 'an empty text', token: '' },
		{ name: 'two of them', token: [token, token] },
		{ name: 'no signature', token: token.split('.')[0] },
		{ name: 'something appended', token: `${token}.x` },
		{ name: 'the end cut off', token: token.slice(0, -1) },
		{ name: 'padding', token: `${token}=` },
		{ name: 'an unknown key', token: signLink(claims, { id: 'k3', key: current.key }) },
		{ name: 'the wrong key under a known id', token: signLink(claims, { id: 'k2', key: 'guess' }) },
		{
			name: 'a token for another purpose',
			token: signRelay({ case: 7, exp: claims.exp }, current),
		},
		{ name: 'other content', token: withBody({ ...claims, v: 1, kid: 'k2', actor: 12 }) },
		{ name: 'another version', token: withBody({ ...claims, v: 2, kid: 'k2' }) },
		{
			name: 'no JSON',
			token: `${Buffer.from('link').toString('base64url')}.${token.split('.')[1]}`,
		},
	])('is refused: $name', ({ token: other }) => {
		expect(refusalOf(() => readLink(other, keys, now))).toBe('LINK_INVALID');
	});

	it('is not believed to have expired before it is known to be genuine', () => {
		const forged = signLink({ ...claims, exp: 1 }, { id: 'k2', key: 'guess' });
		expect(() => readLink(forged, keys, now)).toThrow(LinkInvalidError);
		expect(() => readLink(signLink({ ...claims, exp: 1 }, current), keys, now)).toThrow(
			LinkExpiredError,
		);
	});

	it('is signed by nobody while a key is not filled in', () => {
		const open = { id: '', key: '' };
		expect(() => readLink(signLink(claims, open), [current, open], now)).toThrow(LinkInvalidError);
	});

	it('is refused after a change to any of its characters', () => {
		fc.assert(
			fc.property(fc.nat(token.length - 1), fc.constantFrom(...'Aa0_-.'), (place, other) => {
				fc.pre(token[place] !== other);
				const altered = token.slice(0, place) + other + token.slice(place + 1);
				expect(refusalOf(() => readLink(altered, keys, now))).toBe('LINK_INVALID');
			}),
		);
	});
});

describe('a relay’s token', () => {
	const relay = { case: 7, exp: claims.exp };

	it('says which case it wakes', () => {
		expect(readRelay(signRelay(relay, current), keys, now)).toEqual(relay);
	});

	it('is not an approver’s link', () => {
		expect(() => readRelay(token, keys, now)).toThrow(LinkInvalidError);
	});

	it('expires', () => {
		const late = '2026-01-07T12:01:00.000Z';
		expect(() => readRelay(signRelay(relay, current), keys, late)).toThrow(LinkExpiredError);
	});
});

describe('a link to the dashboard', () => {
	const shown = { areas: ['procurement'], exp };

	it('says what it shows, also after a change of keys', () => {
		for (const key of keys)
			expect(readDashboard(signDashboard(shown, key), keys, now)).toEqual(shown);
		const old = signDashboard(shown, previous);
		expect(refusalOf(() => readDashboard(old, [current], now))).toBe('LINK_INVALID');
	});

	it('expires', () => {
		const late = '2026-01-07T12:01:00.000Z';
		const link = signDashboard(shown, current);
		expect(refusalOf(() => readDashboard(link, keys, late))).toBe('LINK_EXPIRED');
	});

	it('is no link of an approver, nor the other way round', () => {
		const relay = signRelay({ case: 7, exp }, current);
		for (const other of [token, relay, undefined, ''])
			expect(refusalOf(() => readDashboard(other, keys, now))).toBe('LINK_INVALID');
		expect(refusalOf(() => readLink(signDashboard(shown, current), keys, now))).toBe(
			'LINK_INVALID',
		);
	});

	it('shows nothing else when its content is changed', () => {
		const [body = '', signature = ''] = signDashboard(shown, current).split('.');
		const content: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
		const all = JSON.stringify({ ...(content as object), areas: [] });
		const forged = `${Buffer.from(all).toString('base64url')}.${signature}`;
		expect(refusalOf(() => readDashboard(forged, keys, now))).toBe('LINK_INVALID');
	});
});

function withBody(body: object): string {
	const signature = token.split('.')[1];
	return `${Buffer.from(JSON.stringify(body)).toString('base64url')}.${signature}`;
}

function refusalOf(read: () => unknown): string | null {
	try {
		read();
		return null;
	} catch (error) {
		if (error instanceof LinkInvalidError || error instanceof LinkExpiredError) return error.code;
		throw error;
	}
}

describe('the token of a form', () => {
	const form = { case: 7, step: 0, round: 2, actor: 11, exp };

	it('is good for the link of the same person and round, also after a change of keys', () => {
		for (const key of keys) expect(isFormOf(claims, signForm(form, key), keys, now)).toBe(true);
	});

	it('is not good for anything else', () => {
		const wrong = fc.oneof(
			fc.anything(),
			fc.string(),
			fc
				.record({
					case: fc.integer({ min: 1, max: 9 }),
					step: fc.integer({ min: 0, max: 2 }),
					round: fc.integer({ min: 1, max: 3 }),
					actor: fc.integer({ min: 10, max: 12 }),
					exp: fc.constantFrom(exp, 1),
				})
				.filter((other) => JSON.stringify(other) !== JSON.stringify(form))
				.map((other) => signForm(other, current)),
			fc.constant(signLink(claims, current)),
			fc.constant(signForm(form, { id: 'k2', key: 'guess' })),
		);
		fc.assert(
			fc.property(wrong, (other) => {
				expect(isFormOf(claims, other, keys, now)).toBe(false);
			}),
			{ numRuns: 3_000 },
		);
	});
});
