import { z } from 'zod';
import { LinkExpiredError, LinkInvalidError } from './errors';
import { readToken, signToken, type SigningKey } from './signedToken';

const expiry = z.number().int().positive();

/** Enough to tell one case from another, and short enough for a link. */
const SEAL_LENGTH = 16;

/** What an approver's link stands for: one person, asked in one round of one case. */
export const linkClaimsSchema = z.object({
	case: z.number().int().positive(),
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
	/** Id of the approver's user in Odoo. */
	actor: z.number().int().positive(),
	/** First characters of the fingerprint of what they are asked about; see `sealOf`. */
	fp: z.string().length(SEAL_LENGTH),
	/** Unix seconds. */
	exp: expiry,
});

/** What the form on a page stands for: the same person and round, for a short time. */
const formClaimsSchema = linkClaimsSchema.pick({
	case: true,
	step: true,
	round: true,
	actor: true,
	exp: true,
});

/** What a relay's token stands for: leave to wake the execution that waits for one case. */
export const relayClaimsSchema = z.object({ case: z.number().int().positive(), exp: expiry });

/** What a token for a waiting timer stands for: leave to have one execution look again. */
const wakeClaimsSchema = z.object({ execution: z.string().min(1), exp: expiry });

/** What a link to the dashboard stands for: leave to look at some areas, whoever has it. */
const dashboardClaimsSchema = z.object({
	/** Their ids; empty for all. */
	areas: z.array(z.string()),
	exp: expiry,
});

export type LinkClaims = z.infer<typeof linkClaimsSchema>;
export type FormClaims = z.infer<typeof formClaimsSchema>;
export type RelayClaims = z.infer<typeof relayClaimsSchema>;
type DashboardClaims = z.infer<typeof dashboardClaimsSchema>;

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

/** What of a fingerprint stands in a link: another matter under the same number is not decided by it. */
export function sealOf(fingerprint: string): string {
	return fingerprint.slice(0, SEAL_LENGTH);
}

/** Makes the token of the form on an approver's page. */
export function signForm(claims: FormClaims, key: SigningKey): string {
	return signToken('form', formClaimsSchema.parse(claims), key);
}

/**
 * Whether a form was made by us, for whoever has this link, and not long ago.
 * @param now ISO 8601
 */
export function isFormOf(
	link: LinkClaims,
	token: unknown,
	keys: readonly SigningKey[],
	now: string,
): boolean {
	try {
		const form = readToken('form', formClaimsSchema, token, keys, now);
		return (['case', 'step', 'round', 'actor'] as const).every((name) => form[name] === link[name]);
	} catch (error) {
		if (error instanceof LinkInvalidError || error instanceof LinkExpiredError) return false;
		throw error;
	}
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

/** Makes the token with which anybody who was given it has a waiting timer look again. */
export function signWake(claims: z.infer<typeof wakeClaimsSchema>, key: SigningKey): string {
	return signToken('wake', wakeClaimsSchema.parse(claims), key);
}

/**
 * Reads the token for a waiting timer.
 * @param now ISO 8601
 * @throws {LinkInvalidError | LinkExpiredError}
 */
export function readWake(token: unknown, keys: readonly SigningKey[], now: string) {
	return readToken('wake', wakeClaimsSchema, token, keys, now);
}

/** Makes the token of a link to the dashboard. */
export function signDashboard(claims: DashboardClaims, key: SigningKey): string {
	return signToken('dashboard', dashboardClaimsSchema.parse(claims), key);
}

/**
 * Reads the token of a link to the dashboard.
 * @param now ISO 8601
 * @throws {LinkInvalidError | LinkExpiredError}
 */
export function readDashboard(
	token: unknown,
	keys: readonly SigningKey[],
	now: string,
): DashboardClaims {
	return readToken('dashboard', dashboardClaimsSchema, token, keys, now);
}
