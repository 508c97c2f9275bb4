import { n8nHttpSend, type SendingContext } from '../../../src/n8n/n8nHttpSend';
import { HttpAbortedError, HttpTimeoutError, HttpTransportError } from '../../../src/http/errors';

const request = {
	method: 'POST',
	url: 'https://odoo.example.com/jsonrpc',
	headers: { authorization: 'bearer secret' },
	body: '{}',
	timeoutMs: 1000,
} as const;

/** An n8n whose request helper does this. */
const contextWith = (
	httpRequest: SendingContext['helpers']['httpRequest'],
	cancelled?: AbortSignal,
): SendingContext => ({ helpers: { httpRequest }, getExecutionCancelSignal: () => cancelled });

describe('n8nHttpSend', () => {
	it('asks n8n for the plain answer, whatever its status, and follows no redirect', async () => {
		const helper = jest.fn().mockResolvedValue({
			statusCode: 404,
			headers: { 'Content-Type': 'text/plain', 'x-many': ['a', 'b'] },
			body: 'Not here',
		});
		const response = await n8nHttpSend(contextWith(helper))(request);

		expect(response).toEqual({
			status: 404,
			headers: { 'content-type': 'text/plain', 'x-many': 'a,b' },
			body: 'Not here',
		});
		expect(helper.mock.calls).toEqual([
			[
				expect.objectContaining({
					method: 'POST',
					url: 'https://odoo.example.com/jsonrpc',
					headers: { authorization: 'bearer secret' },
					body: '{}',
					timeout: 1000,
					encoding: 'text',
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
				}),
			],
		]);
	});

	it.each([
		{
			name: 'a refusal',
			error: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
			expected: new HttpTransportError('connect ECONNREFUSED', 'ECONNREFUSED'),
		},
		{
			name: 'a timeout of the helper',
			error: { message: 'timeout of 1000ms exceeded', code: 'ECONNABORTED' },
			expected: new HttpTimeoutError(1000),
		},
		{
			name: 'anything else',
			error: { message: 'The request failed' },
			expected: new HttpTransportError('The request failed'),
		},
	])('tells of $name without the request', async ({ error, expected }) => {
		const thrown = Object.assign(new Error(error.message), error, { config: request });
		const sending = n8nHttpSend(contextWith(jest.fn().mockRejectedValue(thrown)))(request);
		const caught: unknown = await sending.catch((one: unknown) => one);
		expect(caught).toEqual(expected);
		expect(JSON.stringify(caught)).not.toContain('secret');
	});

	it('gives up when the execution is cancelled', async () => {
		const cancelling = new AbortController();
		const helper = jest.fn().mockImplementation(async () => {
			cancelling.abort();
			return await Promise.reject(new Error('canceled'));
		});
		const sending = n8nHttpSend(contextWith(helper, cancelling.signal))(request);
		await expect(sending).rejects.toBeInstanceOf(HttpAbortedError);
	});
});
