import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CommandOf } from '../../src/domain/case/commands';
import type { EventSection } from '../../src/domain/events/eventSection';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { ownAreaIds } from '../../src/n8n/ownAreaIds';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { knownArea } from './knownArea';

/** How many events are claimed in one call. */
const PAGE = 100;

const parameters = z.object({
	topic: z.enum(['record', 'case']),
	areas: z.array(z.string()),
	ownAreas: ownAreaIds,
	limit: z.number().int().min(1).max(2000),
	leaseMinutes: z.number().min(1).max(1440),
});

/**
 * Takes events that wait in Odoo, oldest first, so that nobody else is given them for a while. Those
 * that are not worked on until then are there to be claimed again, and so are those of a claim that
 * breaks off between two pages.
 */
export async function claimEvents(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission[]> {
	const given = readParameters(context, itemIndex, parameters);
	const events = await claimUpTo(given.limit, await ledgerFrom(context, itemIndex), {
		command: 'claim',
		instance: context.getInstanceId(),
		topic: given.topic,
		areas: [...given.areas.map(knownArea), ...given.ownAreas],
		leaseSeconds: Math.round(given.leaseMinutes * 60),
	});
	return events.map((event) => ({ output: 0, json: { schema: 'approval-case/1', event } }));
}

async function claimUpTo(
	limit: number,
	ledger: Ledger,
	command: Omit<CommandOf<'claim'>, 'limit'>,
): Promise<EventSection[]> {
	const claimed: EventSection[] = [];
	while (claimed.length < limit) {
		const asked = Math.min(PAGE, limit - claimed.length);
		const { events } = await ledger.execute<'claim'>({ ...command, limit: asked });
		claimed.push(...events);
		if (events.length < asked) break;
	}
	return claimed;
}
