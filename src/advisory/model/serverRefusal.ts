import { z } from 'zod';
import { HttpTimeoutError, HttpTransportError } from '../../http/errors';
import { AdvisoryError, ModelUnavailableError } from '../errors';

/** What of a request a server may not know, and what can be asked without. */
export type RequestOption = 'temperature' | 'format';

/** What the library makes of an answer that is not a success. */
const refusalSchema = z.object({
	status: z.number(),
	code: z.string().nullish(),
	param: z.string().nullish(),
	message: z.string().default(''),
});

/** Faults that no other request would mend. */
const final = new Set(['context_length_exceeded', 'content_filter', 'content_policy_violation']);

/** The option to leave out after a refusal; `null` when it would not help. */
export function optionAtFault(
	error: unknown,
	refused: ReadonlySet<RequestOption>,
): RequestOption | null {
	const parsed = refusalSchema.safeParse(error);
	if (!parsed.success) return null;
	const { status, code, param, message } = parsed.data;
	if ((status !== 400 && status !== 422) || final.has(code ?? '')) return null;
	const named: RequestOption = /temperature/i.test(`${param ?? ''} ${message}`)
		? 'temperature'
		: 'format';
	return refused.has(named) ? null : named;
}

/** In our own words: a server may repeat key and content in its own. */
export function explainRefusal(error: unknown): unknown {
	if (error instanceof AdvisoryError) return error;
	if (error instanceof HttpTimeoutError) {
		return new ModelUnavailableError(
			`The model did not answer within ${error.timeoutMs / 1000} s.`,
		);
	}
	if (error instanceof HttpTransportError) {
		const reason = error.reason === undefined ? '' : ` (${error.reason})`;
		return new ModelUnavailableError(`The server of the model cannot be reached${reason}.`);
	}
	const parsed = refusalSchema.safeParse(error);
	if (!parsed.success) return new ModelUnavailableError('The server of the model did not answer.');
	const { status, code } = parsed.data;
	const shown = code && /^[\w.-]{1,60}$/.test(code) ? `${status}, ${code}` : String(status);
	return new ModelUnavailableError(`${meaningOf(status, code)} (${shown}).`);
}

function meaningOf(status: number, code: string | null | undefined): string {
	if (code === 'context_length_exceeded') return 'The case is too long for the model';
	if (status === 401 || status === 403) return 'The server of the model refused the key';
	if (status === 404) {
		return 'The server knows no such address or model; most base URLs have to end in /v1';
	}
	if (status === 429) return 'The server of the model is too busy, or the quota is used up';
	if (status >= 500) return 'The server of the model failed';
	return 'The server of the model did not take the request';
}
