import { deriveSigningKey, subscriptionKey } from '../../../src/domain/events/subscription';
import {
	SigningKeyMissingError,
	WebhookForgedError,
	WebhookMalformedError,
	WebhookStaleError,
} from '../../../src/domain/events/errors';
import { verifySignedBody, verifyWebhook } from '../../../src/domain/events/verifyWebhook';
import {
	digestOf,
	signBody,
	signWebhook,
	webhookMessage,
} from '../../../src/domain/events/webhook';

const key = '0123456789abcdef'.repeat(4);
const now = '2026-01-07T12:00:00.000Z';
const sentAt = Date.parse(now) / 1000;

/** SHA-256 of the empty text. */
const noValues = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const fields = {
	id: '41',
	ts: String(sentAt),
	topic: 'record',
	area: 'sales_order_release',
	event: 'saved',
	model: 'sale.order',
	record: '42',
	digest: noValues,
};

/** A genuine webhook, with what a row changes after it was signed. */
const aQuery = (changes: object = {}) => ({ ...fields, sig: signWebhook(key, fields), ...changes });
/** A webhook whose sender has the key, whatever it says. */
const signedQuery = (changes: Partial<typeof fields>) => {
	const all = { ...fields, ...changes };
	return { ...all, sig: signWebhook(key, all) };
};

// Every signature written out here was made with `openssl dgst -sha256 -hmac`.
describe('a webhook', () => {
	it('is signed as Odoo signs it', () => {
		expect(webhookMessage(fields)).toBe(
			`v2|41|1767787200|record|sales_order_release|saved|sale.order|42|${noValues}`,
		);
		expect(signWebhook(key, fields)).toBe(
			'c755c4198e9f61e3106cd2415a80b199a2663631ac86ccf373349afde9d4862e',
		);
	});

	it('is signed alike, whether its numbers are text or not', () => {
		expect(signWebhook(key, { ...fields, id: 41, ts: sentAt, record: 42 })).toBe(
			signWebhook(key, fields),
		);
	});

	it.each([
		{ text: '', digest: noValues },
		{
			text: '{"amount_total": 512.5}',
			digest: '19a23e0deebe9ad9d72859eb3365d0d38a2082c75f2c91575a57fac2efb8e001',
		},
	])('has the digest of its values: $text', ({ text, digest }) => {
		expect(digestOf(text)).toBe(digest);
	});
});

describe('verifyWebhook', () => {
	it('gives the event of a genuine webhook', () => {
		expect(verifyWebhook(aQuery(), '', [key], now)).toEqual({
			outboxId: 41,
			topic: 'record',
			area: 'sales_order_release',
			type: 'saved',
			model: 'sale.order',
			recordId: 42,
			traceId: null,
			sentAt: '2026-01-07T12:00:00.000Z',
		});
	});

	const values = '{"amount_total": 512.5}';
	const withValues = {
		...fields,
		area: 'none',
		event: 'created',
		model: 'crm.lead',
		digest: '19a23e0deebe9ad9d72859eb3365d0d38a2082c75f2c91575a57fac2efb8e001',
		sig: 'f36b0e8e76aba742eb8245b9c064b200113dae9408bd8bc37e04e075ea513faf',
	};

	it('gives the values that were sent along', () => {
		expect(verifyWebhook(withValues, values, [key], now)).toMatchObject({
			type: 'created',
			values: { amount_total: 512.5 },
		});
	});

	it.each(['', '{"amount_total": 512.6}', `${values} `])(
		'refuses other values than were signed: %j',
		(other) => {
			expect(() => verifyWebhook(withValues, other, [key], now)).toThrow(WebhookForgedError);
		},
	);

	it.each(['[1]', '{"a": ', '5'])('refuses values that are no JSON object: %s', (text) => {
		const query = signedQuery({ digest: digestOf(text) });
		expect(() => verifyWebhook(query, text, [key], now)).toThrow(WebhookMalformedError);
	});

	it('takes a key that was in use before, and parameters of the address itself', () => {
		const query = aQuery({ tenant: 'north' });
		expect(verifyWebhook(query, '', ['f'.repeat(64), key], now)).toMatchObject({ outboxId: 41 });
	});

	it('takes a subscription to the cases of every area', () => {
		const query = signedQuery({ topic: 'case', area: '*', event: 'case_changed' });
		expect(verifyWebhook(query, '', [key], now)).toMatchObject({ topic: 'case', area: '*' });
	});

	it.each<{ name: string; query: unknown; message: string }>([
		{ name: 'nothing', query: undefined, message: ': Required' },
		{ name: 'no signature', query: fields, message: 'sig: Required' },
		{
			name: 'a short signature',
			query: aQuery({ sig: 'abc' }),
			message: 'sig: must be 64 hexadecimal digits',
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
		{
			name: 'an unknown event',
			query: signedQuery({ event: 'sold' }),
			message:
				"event: Invalid enum value. Expected 'saved' | 'case_changed' | 'created' | 'updated' | 'reached' | 'deleted' | 'due', received 'sold'",
		},
		{
			name: 'no digest',
			query: signedQuery({ digest: '' }),
			message: 'digest: must be 64 hexadecimal digits',
		},
	])('refuses as malformed: $name', ({ query, message }) => {
		const verify = () => verifyWebhook(query, '', [key], now);
		expect(verify).toThrow(WebhookMalformedError);
		expect(verify).toThrow(new WebhookMalformedError(message));
	});

	it.each<{ name: string; query: object; keys?: string[] }>([
		{ name: 'another event', query: aQuery({ id: '42' }) },
		{ name: 'another time', query: aQuery({ ts: String(sentAt + 1) }) },
		{ name: 'another topic', query: aQuery({ topic: 'case' }) },
		{ name: 'another area', query: aQuery({ area: 'procurement' }) },
		{ name: 'another happening', query: aQuery({ event: 'created' }) },
		{ name: 'another digest', query: aQuery({ digest: digestOf('{}') }) },
		{ name: 'another model', query: aQuery({ model: 'purchase.order' }) },
		{ name: 'another record', query: aQuery({ record: '43' }) },
		{ name: 'another signature', query: aQuery({ sig: 'a'.repeat(64) }) },
		{ name: 'another key', query: aQuery(), keys: ['f'.repeat(64)] },
		{ name: 'no key at all', query: aQuery(), keys: [] },
	])('refuses as forged: $name', ({ query, keys = [key] }) => {
		expect(() => verifyWebhook(query, '', keys, now)).toThrow(WebhookForgedError);
	});

	it.each<{ name: string; after: number; isStale: boolean }>([
		{ name: 'the last second', after: 300, isStale: false },
		{ name: 'a second later', after: 301, isStale: true },
		{ name: 'a clock that is ahead', after: -300, isStale: false },
		{ name: 'a clock that is too far ahead', after: -301, isStale: true },
	])('is stale or not: $name', ({ after, isStale }) => {
		const later = new Date((sentAt + after) * 1000).toISOString();
		const verify = () => verifyWebhook(aQuery(), '', [key], later);
		expect(refusalOf(verify)).toBe(isStale ? 'WEBHOOK_STALE' : null);
	});

	it('is stale when it cannot be told how old it is', () => {
		expect(() => verifyWebhook(aQuery(), '', [key], 'someday')).toThrow(WebhookStaleError);
	});
});

describe('verifySignedBody', () => {
	const body = Buffer.from(
		'{"id":41,"topic":"record","area":"sales_order_release","event":"saved","model":"sale.order","record":42}',
	);
	const headers = {
		'x-approvals-signature': 'c20499210a9005078533683e0ab5694569a6e2491028a10bb3f0dfb475940e8b',
		'x-approvals-timestamp': '1767787200',
	};
	const signed = (text: string) => ({
		...headers,
		'x-approvals-signature': signBody(key, sentAt, Buffer.from(text)),
	});

	it('gives the event of a genuine body', () => {
		expect(verifySignedBody(headers, body, [key], now)).toEqual({
			outboxId: 41,
			topic: 'record',
			area: 'sales_order_release',
			type: 'saved',
			model: 'sale.order',
			recordId: 42,
			traceId: null,
			sentAt: '2026-01-07T12:00:00.000Z',
		});
	});

	it('gives the values in it', () => {
		const text = body.toString().replace('}', ',"values":{"name":"S1"}}');
		expect(verifySignedBody(signed(text), Buffer.from(text), [key], now)).toMatchObject({
			values: { name: 'S1' },
		});
	});

	it.each<{ name: string; given?: object; text?: string; keys?: string[]; error: object }>([
		{ name: 'one more byte', text: `${body.toString()} `, error: new WebhookForgedError() },
		{
			name: 'another time',
			given: { ...headers, 'x-approvals-timestamp': '1767787201' },
			error: new WebhookForgedError(),
		},
		{ name: 'no key', keys: [], error: new WebhookForgedError() },
		{
			name: 'no time',
			given: { 'x-approvals-signature': headers['x-approvals-signature'] },
			error: new WebhookMalformedError(),
		},
		{ name: 'no JSON', given: signed('{'), text: '{', error: new WebhookMalformedError() },
		{ name: 'no event', given: signed('{}'), text: '{}', error: new WebhookMalformedError() },
	])('refuses $name', ({ given = headers, text = body.toString(), keys = [key], error }) => {
		const verify = () => verifySignedBody({ ...given }, Buffer.from(text), keys, now);
		expect(verify).toThrow(error.constructor as typeof WebhookForgedError);
	});

	it.each([-301, 301])('refuses a body that was signed %s seconds from now', (after) => {
		const later = new Date((sentAt + after) * 1000).toISOString();
		expect(() => verifySignedBody(headers, body, [key], later)).toThrow(WebhookStaleError);
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
