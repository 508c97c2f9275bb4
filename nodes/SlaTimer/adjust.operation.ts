import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { adjustClock } from '../../src/domain/sla/slaClock';
import { calendarFrom, calendarShape } from '../../src/n8n/calendarFrom';
import type { Emission } from '../../src/n8n/forEachItem';
import { readParameters } from '../../src/n8n/readParameters';
import { setClock } from './setClock';

const parameters = z.object({
	adjustReason: z.string().trim().min(1, 'say why the clock is counted anew'),
	targetMinutes: z.number().nonnegative(),
	changeCalendar: z.boolean(),
	...calendarShape,
});

/** Counts the clock of a case anew, by another target or in another calendar. */
export async function adjustOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { adjustReason, targetMinutes, changeCalendar, ...given } = readParameters(
		context,
		itemIndex,
		parameters,
	);
	const calendar = changeCalendar ? await calendarFrom(context, itemIndex, given) : undefined;
	return await setClock(context, itemIndex, {
		change: 'adjusted',
		reason: adjustReason,
		set: (sla) => adjustClock(sla, { calendar, targetMinutes: targetMinutes || undefined }),
	});
}
