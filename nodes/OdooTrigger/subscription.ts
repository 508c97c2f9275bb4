import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import {
	deriveSigningKey,
	subscriptionKey,
	type SubscriptionIdentity,
} from '../../src/domain/events/subscription';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { parseParameters, ParameterInvalidError } from '../../src/n8n/readParameters';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { toNodeError } from '../../src/n8n/toNodeError';

const parameters = z.discriminatedUnion('event', [
	z.object({
		event: z.literal('recordNeedsApproval'),
		areas: z.array(z.string()).min(1, 'choose at least one'),
	}),
	z.object({ event: z.literal('caseDecided'), caseAreas: z.array(z.string()) }),
]);

/** Stands for every area. */
const ALL = '*';

/** What the node listens for: one subscription for each area. */
export function readSubscriptions(
	context: Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter'>,
	url: string,
): SubscriptionIdentity[] {
	const given = parseParameters(parameters, {
		event: context.getNodeParameter('event'),
		areas: context.getNodeParameter('areas', []),
		caseAreas: context.getNodeParameter('caseAreas', []),
	});
	if (given.event === 'recordNeedsApproval') {
		return given.areas.map((area) => ({ topic: 'record', area, url }));
	}
	const chosen = given.caseAreas.length === 0 ? [ALL] : given.caseAreas;
	return chosen.map((area) => ({ topic: 'case', area, url }));
}

/** Whether an event of that topic and area is what a subscription is for. */
export function covers(
	subscription: SubscriptionIdentity,
	event: { topic: string; area: string },
): boolean {
	const { topic, area } = subscription;
	return topic === event.topic && (area === ALL || area === event.area);
}

/** Tells Odoo where to report. Saying it again replaces what was said before. */
export async function subscribe(context: IHookFunctions): Promise<boolean> {
	return await translating(context, async () => {
		const { current } = await signingKeysFrom(context);
		const ledger = await ledgerFrom(context);
		for (const subscription of readSubscriptions(context, urlOf(context))) {
			const key = subscriptionKey(subscription);
			const signingKey = deriveSigningKey(current.key, key);
			await ledger.execute<'subscribe'>({ command: 'subscribe', key, ...subscription, signingKey });
		}
	});
}

/** Tells Odoo that nobody listens at this address any more. */
export async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	return await translating(context, async () => {
		const ledger = await ledgerFrom(context);
		for (const subscription of readSubscriptions(context, urlOf(context))) {
			const key = subscriptionKey(subscription);
			await ledger.execute<'unsubscribe'>({ command: 'unsubscribe', key });
		}
	});
}

async function translating(context: IHookFunctions, work: () => Promise<void>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

function urlOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw new ParameterInvalidError('The node has no webhook address');
	return url;
}
