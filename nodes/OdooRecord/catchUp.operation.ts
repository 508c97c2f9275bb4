import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { CommandOf } from '../../src/domain/case/commands';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { ownAreaIds } from '../../src/n8n/ownAreaIds';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { knownArea } from './knownArea';

/** How many events are written in one call, and in one run. */
const PAGE = 500;
const MAX_EVENTS = 10_000;

const msOf = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

const parameters = z.object({
	areas: z.array(z.string()),
	ownAreas: ownAreaIds,
	within: z.number().positive().max(1000),
	unit: z.enum(['minutes', 'hours', 'days']),
});

/** Writes events for records that fit what is listened for and of which no event tells. */
export async function catchUp(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const { areas, ownAreas, within, unit } = readParameters(context, itemIndex, parameters);
	const swept = await sweep(await ledgerFrom(context, itemIndex), {
		command: 'sweep',
		instance: context.getInstanceId(),
		areas: [...areas.map(knownArea), ...ownAreas],
		since: new Date(Date.now() - within * msOf[unit]).toISOString(),
	});
	return { output: 0, json: swept };
}

async function sweep(
	ledger: Ledger,
	command: Omit<CommandOf<'sweep'>, 'limit'>,
): Promise<{ written: number; hasMore: boolean }> {
	let written = 0;
	let page: CommandResults['sweep'];
	do {
		const limitOfPage = Math.min(PAGE, MAX_EVENTS - written);
		page = await ledger.execute<'sweep'>({ ...command, limit: limitOfPage });
		written += page.written;
	} while (page.hasMore && page.written > 0 && written < MAX_EVENTS);
	return { written, hasMore: page.hasMore };
}
