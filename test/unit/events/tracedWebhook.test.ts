import { WebhookForgedError } from '../../../src/domain/events/errors';
import { verifyWebhook } from '../../../src/domain/events/verifyWebhook';
import { signWebhook, webhookMessage } from '../../../src/domain/events/webhook';

const key = '0123456789abcdef'.repeat(4);
const now = '2026-01-07T12:00:00.000Z';
/** SHA-256 of the empty text. */
const noValues = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

const fields = {
	id: '41',
	ts: String(Date.parse(now) / 1000),
	topic: 'record',
	area: 'sales_order_release',
	event: 'saved',
	model: 'sale.order',
	record: '42',
	digest: noValues,
};
const traced = { ...fields, trace: traceId };
const genuine = { ...traced, sig: signWebhook(key, traced) };

describe('a webhook with a trace id', () => {
	it('has it under its signature', () => {
		expect(webhookMessage(traced)).toBe(
			`v3|41|1767787200|record|sales_order_release|saved|sale.order|42|${noValues}|4bf92f3577b34da6a3ce929d0e0e4736`,
		);
		// Made with `openssl dgst -sha256 -hmac`.
		expect(signWebhook(key, traced)).toBe(
			'3fd56776e18ebaf1b52ff7dfbc0b2dbfc97094cedb67c81ef02ccaf2717d5543',
		);
	});

	it('gives the trace id that was sent along', () => {
		expect(verifyWebhook(genuine, '', [key], now)).toMatchObject({ outboxId: 41, traceId });
	});

	it.each([
		{ name: 'another', changes: { trace: 'ab'.repeat(16) } },
		{ name: 'none where one was signed', changes: { trace: undefined } },
	])('refuses a trace id that was not signed: $name', ({ changes }) => {
		const query = { ...genuine, ...changes };
		expect(() => verifyWebhook(query, '', [key], now)).toThrow(WebhookForgedError);
	});

	it('refuses a trace id where none was signed', () => {
		const query = { ...fields, sig: signWebhook(key, fields), trace: traceId };
		expect(() => verifyWebhook(query, '', [key], now)).toThrow(WebhookForgedError);
	});
});
