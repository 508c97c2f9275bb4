import { deriveSigningKey, subscriptionKey } from '../../../src/domain/events/subscription';
import {
	SigningKeyMissingError,
	WebhookForgedError,
	WebhookMalformedError,
	WebhookStaleError,
} from '../../../src/domain/events/errors';
import { verifyWebhook } from '../../../src/domain/events/verifyWebhook';
import { signWebhook, webhookMessage } from '../../../src/domain/events/webhook';

const key = '0123456789abcdef'.repeat(4);
const now = '2026-01-07T12:00:00.000Z';
const sentAt = Date.parse(now) / 1000;

const fields = {
	id: '41',
	ts: String(sentAt),
	topic: 'record',
	area: 'sales_order_release',
	model: 'sale.order',
	record: '42',
};

/** A genuine webhook, with what a row changes after it was signed. */
const aQuery = (changes: object = {}) => ({ ...fields, sig: signWebhook(key, fields), ...changes });
/** A webhook whose sender has the key, whatever it says. */
const signedQuery = (changes: Partial<typeof fields>) => {
	const all = { ...fields, ...changes };
	return { ...all, sig: signWebhook(key, all) };
};

describe('a webhook', () => {
	it('is signed as Odoo signs it', () => {
		expect(webhookMessage(fields)).toBe(
			'v1|41|1767787200|record|sales_order_release|sale.order|42',
		);
		expect(signWebhook(key, fields)).toBe(
			'c3aeff7d24cd70070bf7240dee2b5eea4342b22a4e17727470b75f57fccd4707',
		);
	});

	it('is signed alike, whether its numbers are text or not', () => {
		expect(signWebhook(key, { ...fields, id: 41, ts: sentAt, record: 42 })).toBe(
			signWebhook(key, fields),
		);
	});
});

describe('verifyWebhook', () => {
	it('gives the event of a genuine webhook', () => {
		expect(verifyWebhook(aQuery(), [key], now)).toEqual({
			outboxId: 41,
			topic: 'record',
			area: 'sales_order_release',
			model: 'sale.order',
			recordId: 42,
			sentAt: '2026-01-07T12:00:00.000Z',
		});
	});

	it('takes a key that was in use before, and parameters of the address itself', () => {
		const query = aQuery({ tenant: 'north' });
		expect(verifyWebhook(query, ['f'.repeat(64), key], now)).toMatchObject({ outboxId: 41 });
	});

	it('takes a subscription to the cases of every area', () => {
		const query = signedQuery({ topic: 'case', area: '*', model: 'x_approval_case' });
		expect(verifyWebhook(query, [key], now)).toMatchObject({ topic: 'case', area: '*' });
	});

	it.each<{ name: string; query: unknown; message: string }>([
		{ name: 'nothing', query: undefined, message: ': Required' },
		{ name: 'no signature', query: fields, message: 'sig: Required' },
		{
			name: 'a short signature',
			query: aQuery({ sig: 'abc' }),
			message: 'sig: must be a signature',
		},
		{
			name: 'two signatures',
			query: aQuery({ sig: [aQuery().sig, aQuery().sig] }),
			message: 'sig: Expected string, received array',
		},
		{
			name: 'an id that is no number',
			query: signedQuery({ id: '4x' }),
			message: 'id: must be a whole number',
		},
		{
			name: 'an id of zero',
			query: signedQuery({ id: '0' }),
			message: 'id: must be a whole number',
		},
		{
			name: 'a record too big to be exact',
			query: signedQuery({ record: '9007199254740993' }),
			message: 'record: must be a whole number',
		},
		{
			name: 'a time that is no number',
			query: signedQuery({ ts: 'abc' }),
			message: 'ts: must be a whole number',
		},
		{
			name: 'a time that is infinite',
			query: signedQuery({ ts: 'Infinity' }),
			message: 'ts: must be a whole number',
		},
		{
			name: 'a model with the sign that parts the message',
			query: signedQuery({ model: 'sale.order|42' }),
			message: 'model: must be a technical name',
		},
		{
			name: 'an unknown topic',
			query: signedQuery({ topic: 'news' }),
			message: "topic: Invalid enum value. Expected 'record' | 'case', received 'news'",
		},
	])('refuses as malformed: $name', ({ query, message }) => {
		const verify = () => verifyWebhook(query, [key], now);
		expect(verify).toThrow(WebhookMalformedError);
		expect(verify).toThrow(new WebhookMalformedError(message));
	});

	it.each<{ name: string; query: object; keys?: string[] }>([
		{ name: 'another event', query: aQuery({ id: '42' }) },
		{ name: 'another time', query: aQuery({ ts: String(sentAt + 1) }) },
		{ name: 'another topic', query: aQuery({ topic: 'case' }) },
		{ name: 'another area', query: aQuery({ area: 'procurement' }) },
		{ name: 'another model', query: aQuery({ model: 'purchase.order' }) },
		{ name: 'another record', query: aQuery({ record: '43' }) },
		{ name: 'another signature', query: aQuery({ sig: 'a'.repeat(64) }) },
		{ name: 'another key', query: aQuery(), keys: ['f'.repeat(64)] },
		{ name: 'no key at all', query: aQuery(), keys: [] },
	])('refuses as forged: $name', ({ query, keys = [key] }) => {
		expect(() => verifyWebhook(query, keys, now)).toThrow(WebhookForgedError);
	});

	it.each<{ name: string; after: number; isStale: boolean }>([
		{ name: 'the last second', after: 300, isStale: false },
		{ name: 'a second later', after: 301, isStale: true },
		{ name: 'a clock that is ahead', after: -300, isStale: false },
		{ name: 'a clock that is too far ahead', after: -301, isStale: true },
	])('is stale or not: $name', ({ after, isStale }) => {
		const later = new Date((sentAt + after) * 1000).toISOString();
		const verify = () => verifyWebhook(aQuery(), [key], later);
		expect(refusalOf(verify)).toBe(isStale ? 'WEBHOOK_STALE' : null);
	});

	it('keeps to another tolerance, and to none for an instant that is no instant', () => {
		const query = aQuery({});
		const later = new Date((sentAt + 31) * 1000).toISOString();
		expect(() => verifyWebhook(query, [key], later, 30)).toThrow(WebhookStaleError);
		expect(() => verifyWebhook(query, [key], 'someday')).toThrow(WebhookStaleError);
	});
});

function refusalOf(verify: () => unknown): string | null {
	try {
		verify();
		return null;
	} catch (error) {
		if (error instanceof WebhookStaleError) return error.code;
		throw error;
	}
}

describe('subscriptionKey', () => {
	const subscription = {
		topic: 'record' as const,
		area: 'sales_order_release',
		url: 'https://n8n.example.com/webhook/1',
	};

	it('is the same for the same trigger at the same address', () => {
		expect(subscriptionKey(subscription)).toBe('record:sales_order_release:0d99f6d7520ad724');
	});

	it.each([
		{ topic: 'case' as const },
		{ area: '*' },
		{ url: 'https://n8n.example.com/webhook-test/1' },
	])('is another with %j', (changes) => {
		expect(subscriptionKey({ ...subscription, ...changes })).not.toBe(
			subscriptionKey(subscription),
		);
	});
});

describe('deriveSigningKey', () => {
	it('gives each subscription a key of its own', () => {
		const master = 'master key of at least 32 letters';
		expect(deriveSigningKey(master, 'record:a:1')).toBe(
			'd01478a86b6e2f4f3ce8bf1085cd215280c083472fab239a104d5aea34c2a1bc',
		);
		expect(deriveSigningKey(master, 'record:a:2')).not.toBe(deriveSigningKey(master, 'record:a:1'));
	});

	it('refuses to derive one from nothing', () => {
		expect(() => deriveSigningKey('', 'record:a:1')).toThrow(SigningKeyMissingError);
	});
});
