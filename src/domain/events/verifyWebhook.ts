import { z } from 'zod';
import type { EventSection } from '../case/caseFile';
import { isSameText } from '../isSameText';
import { WebhookForgedError, WebhookMalformedError, WebhookStaleError } from './errors';
import { signWebhook } from './webhook';

/** A whole number in decimal digits, small enough to be exact. */
const digits = z.string().regex(/^[1-9]\d{0,14}$/, 'must be a whole number');
/** What Odoo calls a model, and we an area; in particular without the sign that parts the message. */
const technicalName = z.string().regex(/^[\w.*-]{1,100}$/, 'must be a technical name');

const querySchema = z.object({
	id: digits,
	ts: digits,
	topic: z.enum(['record', 'case']),
	area: technicalName,
	model: technicalName,
	record: digits,
	sig: z.string().regex(/^[0-9a-f]{64}$/, 'must be a signature'),
});

/**
 * Checks that a webhook comes from our Odoo, unaltered and just now.
 *
 * @param query the query of the request; other parameters in it are the address's own
 * @param signingKeys keys of the subscription, the current one and any before it; none is a refusal
 * @param now ISO 8601
 * @throws {WebhookMalformedError | WebhookForgedError | WebhookStaleError}
 */
export function verifyWebhook(
	query: unknown,
	signingKeys: readonly string[],
	now: string,
	toleranceSeconds = 300,
): EventSection {
	const parsed = querySchema.safeParse(query);
	if (!parsed.success) throw new WebhookMalformedError(describe(parsed.error));
	const { sig, ...fields } = parsed.data;

	if (!signingKeys.some((key) => isSameText(sig, signWebhook(key, fields)))) {
		throw new WebhookForgedError('The signature does not belong to this event');
	}
	const ageSeconds = Date.parse(now) / 1000 - Number(fields.ts);
	// Said positively, so that an instant which is no number does not pass.
	if (!(Math.abs(ageSeconds) <= toleranceSeconds)) {
		throw new WebhookStaleError(`The event was signed ${Math.round(ageSeconds)} seconds ago`);
	}
	return {
		outboxId: Number(fields.id),
		topic: fields.topic,
		area: fields.area,
		model: fields.model,
		recordId: Number(fields.record),
		sentAt: new Date(Number(fields.ts) * 1000).toISOString(),
	};
}

function describe(error: z.ZodError): string {
	return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
