import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CommandOf } from '../../src/domain/case/commands';
import { ClocksDifferError, RuleNeededError } from '../../src/domain/events/errors';
import { NO_AREA } from '../../src/domain/events/eventSection';
import { deriveSigningKey, subscriptionKey } from '../../src/domain/events/subscription';
import { TOLERANCE_SECONDS } from '../../src/domain/events/verifyWebhook';
import { ledgerFrom, odooClientFrom } from '../../src/n8n/odooClientFrom';
import { parseParameters, ParameterInvalidError } from '../../src/n8n/readParameters';
import { readModelFields } from '../../src/n8n/readModelFields';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { toNodeError } from '../../src/n8n/toNodeError';
import { limitedTo, readRecordDemand, type Demand } from './demand';
import { readFields, readListenings, type Listening } from './listening';

const optionsSchema = z
	.object({
		companies: z.array(z.coerce.number().int().positive()).default([]),
		delivery: z.enum(['webhook', 'claim']).default('webhook'),
		includesCopies: z.boolean().default(false),
		domain: z.string().default(''),
	})
	.default({});

type Options = z.infer<typeof optionsSchema>;

/** Tells Odoo what to report and where. Saying it again replaces what was said before. */
export async function subscribe(context: IHookFunctions): Promise<boolean> {
	return await translating(context, async () => {
		const { current } = await signingKeysFrom(context);
		const { options } = parseParameters(
			z.object({ options: optionsSchema }),
			readFields(context, ['options']),
		);
		for (const listening of readListenings(context, urlOf(context))) {
			const key = subscriptionKey(listening);
			const { topic, area, url } = listening;
			const isTest = context.getActivationMode() === 'manual';
			await order(context, {
				command: 'subscribe',
				key,
				topic,
				area,
				url,
				signingKey: deriveSigningKey(current.key, key),
				instance: context.getInstanceId(),
				workflowId: String(context.getWorkflow().id ?? ''),
				// Whoever listens in the editor waits for the event to come by itself.
				isPushed: isTest || options.delivery === 'webhook',
				includesCopies: options.includesCopies,
				isTest,
				...(await demandOf(context, listening, options)),
			});
		}
	});
}

/** Tells Odoo that nobody listens at this address any more. */
export async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	return await translating(context, async () => {
		const ledger = await ledgerFrom(context);
		for (const listening of readListenings(context, urlOf(context))) {
			const key = subscriptionKey(listening);
			await ledger.execute<'unsubscribe'>({ command: 'unsubscribe', key });
		}
	});
}

/** @throws {RuleNeededError | ClocksDifferError} no event would ever arrive */
async function order(context: IHookFunctions, command: CommandOf<'subscribe'>): Promise<void> {
	const ledger = await ledgerFrom(context);
	const result = await ledger.execute<'subscribe'>(command);
	if (result.status === 'rule_needed') throw new RuleNeededError(result.rule, result.differences);

	const aheadSeconds = (Date.parse(result.at) - Date.now()) / 1000;
	if (!command.isPushed || Math.abs(aheadSeconds) <= TOLERANCE_SECONDS) return;
	await ledger.execute<'unsubscribe'>({ command: 'unsubscribe', key: command.key });
	throw new ClocksDifferError(aheadSeconds, TOLERANCE_SECONDS);
}

async function demandOf(
	context: IHookFunctions,
	{ topic, area, model }: Listening,
	options: Options,
): Promise<Demand> {
	const isLimited = options.companies.length > 0 || options.domain.trim() !== '';
	if (isLimited && topic === 'record' && model === null) {
		throw new ParameterInvalidError(
			`"${area}" is an area of your own: which records ask is said by its domain in Set Up Odoo, not by Companies and Domain`,
		);
	}
	if (model === null || (area !== NO_AREA && !isLimited)) {
		return { watch: null, filter: [], sendFields: [] };
	}
	const fields = await readModelFields(await odooClientFrom(context), model);
	const limits = limitedTo(options, model, fields);
	if (area !== NO_AREA) return { watch: null, filter: limits, sendFields: [] };
	const { watch, filter, sendFields } = readRecordDemand(context, model, fields);
	return { watch, filter: [...limits, ...filter], sendFields };
}

async function translating(context: IHookFunctions, work: () => Promise<void>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		if (error instanceof RuleNeededError) {
			throw new NodeOperationError(context.getNode(), error.message, {
				description: error.instructions,
			});
		}
		throw toNodeError(context.getNode(), error);
	}
}

function urlOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw new ParameterInvalidError('The node has no webhook address');
	return url;
}
