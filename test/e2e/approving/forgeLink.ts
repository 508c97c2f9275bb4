import {
	linkClaimsSchema,
	signForm,
	signLink,
	type LinkClaims,
} from '../../../src/domain/links/links';
import type { SigningKey } from '../../../src/domain/links/signedToken';

/** What a link says, whoever signed it. */
export function claimsIn(link: string): LinkClaims {
	const [body = ''] = new URL(link).searchParams.get('approval')?.split('.') ?? [];
	const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
	return linkClaimsSchema.parse(claims);
}

/** The link again with something else in it, signed as only we can. */
export function forgeLink(link: string, changes: Partial<LinkClaims>, key: SigningKey): string {
	const url = new URL(link);
	url.searchParams.set('approval', signLink({ ...claimsIn(link), ...changes }, key));
	return url.href;
}

/** The token of the form on the page that a link opens. */
export function forgeForm(link: string, key: SigningKey): string {
	const { case: caseId, step, round, actor } = claimsIn(link);
	const exp = Math.floor(Date.now() / 1000) + 3600;
	return signForm({ case: caseId, step, round, actor, exp }, key);
}
