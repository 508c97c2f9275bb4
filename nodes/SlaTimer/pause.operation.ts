import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { pauseAt, pauseClock } from '../../src/domain/sla/slaClock';
import type { Emission } from '../../src/n8n/forEachItem';
import { readParameters } from '../../src/n8n/readParameters';
import { setClock } from './setClock';

const dayMs = 24 * 60 * 60_000;

const parameters = z.object({
	pauseReason: z.string().trim().min(1, 'say what is waited for'),
	pauseDays: z.number().positive(),
});

/** Lets the clock of a case stand still, until it is resumed or so many days have passed. */
export async function pauseOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { pauseReason: reason, pauseDays } = readParameters(context, itemIndex, parameters);
	const now = Date.now();
	const from = new Date(now).toISOString();
	const to = new Date(now + pauseDays * dayMs).toISOString();
	return await setClock(context, itemIndex, {
		change: 'paused',
		reason,
		set: (sla) =>
			pauseAt(sla, from)?.reason === reason ? sla : pauseClock(sla, { from, to, reason }),
	});
}
