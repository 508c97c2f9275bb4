import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { isSameText } from '../isSameText';
import { LinkExpiredError, LinkInvalidError } from './errors';

/** A key with the id by which tokens name it, so that keys can change while links are open. */
export interface SigningKey {
	id: string;
	key: string;
}

/** What a token may be used for. One made for a purpose is worth nothing for another. */
type Purpose = 'approval' | 'form' | 'relay' | 'wake' | 'dashboard';

const envelopeSchema = z.object({
	v: z.literal(1),
	/** Unix seconds from which on the token no longer counts. */
	exp: z.number().int().positive(),
	kid: z.string(),
});

/** base64url of the claims, a dot, base64url of their HMAC-SHA256. */
export function signToken(purpose: Purpose, claims: object, { id, key }: SigningKey): string {
	const body = Buffer.from(JSON.stringify({ v: 1, ...claims, kid: id })).toString('base64url');
	return `${body}.${signatureOf(purpose, body, key)}`;
}

/**
 * Reads a token that one of the keys signed.
 *
 * @param now ISO 8601
 * @throws {LinkInvalidError} before anything in the token is believed
 * @throws {LinkExpiredError}
 */
export function readToken<Claims>(
	purpose: Purpose,
	schema: z.ZodType<Claims>,
	token: unknown,
	keys: readonly SigningKey[],
	now: string,
): Claims {
	const [body = '', signature = '', ...rest] = typeof token === 'string' ? token.split('.') : [];
	const content = parseBody(body);
	const envelope = envelopeSchema.safeParse(content);
	// A key that was never filled in is no key: anybody can sign with an empty text.
	const key = keys.find(
		(one) => one.key !== '' && envelope.success && one.id === envelope.data.kid,
	);
	const isGenuine =
		rest.length === 0 && key && isSameText(signature, signatureOf(purpose, body, key.key));
	const claims = schema.safeParse(content);
	if (!isGenuine || !envelope.success || !claims.success) {
		throw new LinkInvalidError('The link was altered or cut off, or its key is no longer in use');
	}
	// Said positively, so that an instant which is no number does not pass.
	if (!(Date.parse(now) < envelope.data.exp * 1000))
		throw new LinkExpiredError('The link has expired');
	return claims.data;
}

function signatureOf(purpose: Purpose, body: string, key: string): string {
	return createHmac('sha256', key).update(`${purpose}:${body}`).digest('base64url');
}

function parseBody(body: string): unknown {
	try {
		return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
	} catch {
		return null;
	}
}
