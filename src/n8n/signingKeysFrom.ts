import type { FunctionsBase } from 'n8n-workflow';
import { z } from 'zod';
import type { SigningKey } from '../domain/links/signedToken';
import { parseParameters } from './readParameters';

/** Shorter keys can be guessed. */
const MINIMUM_LENGTH = 32;

const idSchema = z
	.string()
	.regex(/^[\w-]{1,32}$/, 'up to 32 letters, digits, dashes or underscores');
const keySchema = z.string().min(MINIMUM_LENGTH, `at least ${MINIMUM_LENGTH} characters`);

const credentialSchema = z
	.object({
		keyId: idSchema,
		secretKey: keySchema,
		previousKeyId: z.union([z.literal(''), idSchema]).default(''),
		previousSecretKey: z.union([z.literal(''), keySchema]).default(''),
	})
	.refine(({ keyId, previousKeyId }) => keyId !== previousKeyId, {
		path: ['previousKeyId'],
		message: 'must differ from the current key ID',
	})
	.refine(
		({ previousKeyId, previousSecretKey }) => (previousKeyId === '') === (previousSecretKey === ''),
		{
			path: ['previousSecretKey'],
			message: 'give both the previous key and its ID, or neither',
		},
	);

export interface SigningKeys {
	/** Signs everything new. */
	current: SigningKey;
	/** Everything that a link or a webhook may still be signed with. */
	accepted: readonly SigningKey[];
}

/** The keys with which links and webhooks are signed. @throws {ParameterInvalidError} */
export async function signingKeysFrom(
	context: Pick<FunctionsBase, 'getCredentials'>,
	itemIndex?: number,
): Promise<SigningKeys> {
	return parseSigningKeys(await context.getCredentials('approvalSigningApi', itemIndex));
}

/** Checks what the credential holds. @throws {ParameterInvalidError} */
export function parseSigningKeys(credential: unknown): SigningKeys {
	const parsed = parseParameters(credentialSchema, credential);
	const current = { id: parsed.keyId, key: parsed.secretKey };
	const previous = { id: parsed.previousKeyId, key: parsed.previousSecretKey };
	return { current, accepted: previous.key === '' ? [current] : [current, previous] };
}
