import { createHash, createHmac } from 'node:crypto';
import { SigningKeyMissingError } from './errors';

export interface SubscriptionIdentity {
	topic: 'record' | 'case';
	area: string;
	/** Address to which Odoo sends; it is what tells two subscriptions to the same events apart. */
	url: string;
}

/** The name of a subscription: the same trigger at the same address gets the same one again. */
export function subscriptionKey({ topic, area, url }: SubscriptionIdentity): string {
	const address = createHash('sha256').update(url).digest('hex').slice(0, 16);
	return `${topic}:${area}:${address}`;
}

/**
 * The key (64 hex digits) that Odoo signs one subscription's webhooks with.
 *
 * It is known to the administrators of Odoo; the master key that it comes from is not.
 *
 * @throws {SigningKeyMissingError} the master key is empty
 */
export function deriveSigningKey(masterKey: string, subscription: string): string {
	if (masterKey === '') throw new SigningKeyMissingError('The signing key is empty');
	return createHmac('sha256', masterKey).update(`webhook:${subscription}`).digest('hex');
}
