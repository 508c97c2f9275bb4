import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { startClock } from '../../src/domain/sla/slaClock';
import { alwaysOpen } from '../../src/domain/sla/workCalendar';
import { calendarFrom, calendarShape } from '../../src/n8n/calendarFrom';
import type { Emission } from '../../src/n8n/forEachItem';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { ParameterInvalidError, readParameters } from '../../src/n8n/readParameters';
import { splitByComma } from '../../src/n8n/splitByComma';
import { withSections } from '../../src/n8n/withSections';

const targetSchema = z.object({
	class: z.string().min(1),
	workingMinutes: z.number(),
	aroundTheClock: z.boolean().default(false),
});

const parameters = z.object({
	targets: z.object({ rows: z.array(targetSchema).default([]) }),
	// Before 0.2 there was one warning, a number.
	warnPercent: z.union([z.number(), z.string()]),
	startedAt: z.string().default(''),
	...calendarShape,
});

/** Starts the clock of a case, in the class that its policy decision names. */
export async function startClockOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { policy } = readCaseFile(context, itemIndex, ['policy']);
	const { targets, warnPercent, startedAt, ...given } = readParameters(
		context,
		itemIndex,
		parameters,
	);
	const target = targets.rows.find((row) => row.class === policy.slaClass);
	const calendar = target?.aroundTheClock
		? alwaysOpen
		: await calendarFrom(context, itemIndex, given);
	const sla = startClock({
		class: policy.slaClass,
		targets: Object.fromEntries(targets.rows.map((row) => [row.class, row.workingMinutes])),
		calendar,
		warnPercents: percentsFrom(warnPercent),
		startedAt: startedAt.trim() || new Date().toISOString(),
	});
	return { output: 0, json: withSections(context, itemIndex, { sla }) };
}

function percentsFrom(given: number | string): number[] {
	const percents = splitByComma(String(given)).map(Number);
	if (percents.length > 0 && percents.every(Number.isFinite)) return percents;
	throw new ParameterInvalidError(
		`warnPercent: "${given}" are no percentages; write them as 50, 75, 90`,
	);
}
