import { z } from 'zod';
import { readToken, signToken, type SigningKey } from './signedToken';

const expiry = z.number().int().positive();

/** What an approver's link stands for: one person, asked in one round of one case. */
export const linkClaimsSchema = z.object({
	case: z.number().int().positive(),
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
	/** Id of the approver's user in Odoo. */
	actor: z.number().int().positive(),
	/** Unix seconds. */
	exp: expiry,
});

/** What a relay's token stands for: leave to wake the execution that waits for one case. */
export const relayClaimsSchema = z.object({ case: z.number().int().positive(), exp: expiry });

export type LinkClaims = z.infer<typeof linkClaimsSchema>;
export type RelayClaims = z.infer<typeof relayClaimsSchema>;

/** Makes the token of an approver's own page. */
export function signLink(claims: LinkClaims, key: SigningKey): string {
	return signToken('approval', linkClaimsSchema.parse(claims), key);
}

/**
 * Reads the token of an approver's page.
 * @param now ISO 8601
 * @throws {LinkInvalidError | LinkExpiredError}
 */
export function readLink(token: unknown, keys: readonly SigningKey[], now: string): LinkClaims {
	return readToken('approval', linkClaimsSchema, token, keys, now);
}

/** Makes the token with which a relay wakes a waiting execution. */
export function signRelay(claims: RelayClaims, key: SigningKey): string {
	return signToken('relay', relayClaimsSchema.parse(claims), key);
}

/**
 * Reads a relay's token.
 * @param now ISO 8601
 * @throws {LinkInvalidError | LinkExpiredError}
 */
export function readRelay(token: unknown, keys: readonly SigningKey[], now: string): RelayClaims {
	return readToken('relay', relayClaimsSchema, token, keys, now);
}
