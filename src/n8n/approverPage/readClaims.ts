import type { IWebhookFunctions } from 'n8n-workflow';
import { readLink, type LinkClaims } from '../../domain/links/links';
import { signingKeysFrom } from '../signingKeysFrom';

/**
 * What the visitor's link stands for.
 *
 * @throws {LinkInvalidError | LinkExpiredError} before anything of the case is read
 */
export async function readClaims(context: IWebhookFunctions): Promise<LinkClaims> {
	const { accepted } = await signingKeysFrom(context);
	const { approval } = { approval: undefined, ...context.getQueryData() };
	return readLink(approval, accepted, new Date().toISOString());
}
