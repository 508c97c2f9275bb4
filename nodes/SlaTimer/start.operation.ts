import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { startClock } from '../../src/domain/sla/slaClock';
import { calendarFor, calendarFrom, calendarShape } from '../../src/n8n/calendarFields';
import type { Emission } from '../../src/n8n/forEachItem';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import { withSections } from '../../src/n8n/withSections';

const parameters = z.object({
	targets: z.object({
		rows: z.array(
			z.object({
				class: z.string().min(1),
				workingMinutes: z.number().positive(),
				aroundTheClock: z.boolean().default(false),
			}),
		),
	}),
	warnPercent: z.number().min(1).max(100),
	...calendarShape,
});

/** Starts the clock of a case, in the class that its policy decision names. */
export async function startClockOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { policy } = readCaseFile(context, itemIndex, ['policy']);
	const { targets, warnPercent, ...calendarParameters } = readParameters(
		context,
		itemIndex,
		parameters,
	);
	const target = targets.rows.find((row) => row.class === policy.slaClass);
	const calendar = calendarFrom(calendarParameters, context.getTimezone());
	const sla = startClock({
		class: policy.slaClass,
		targets: Object.fromEntries(targets.rows.map((row) => [row.class, row.workingMinutes])),
		calendar: calendarFor(calendar, target?.aroundTheClock ?? false),
		warnPercent,
		now: new Date().toISOString(),
	});
	return { output: 0, json: withSections(context, itemIndex, { sla }) };
}
