import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import { timeZoneSchema } from '../../src/domain/timeZone';
import { ownAreaIds } from '../../src/n8n/ownAreaIds';
import { ParameterInvalidError, parseParameters } from '../../src/n8n/readParameters';

const DAY_SECONDS = 24 * 3_600;

/** Which areas are looked at, as the node's fields give them. */
export const areaParameters = { areas: z.array(z.string()), ownAreas: ownAreaIds };

/** Ids of the areas that are looked at; none means all. */
export function areasFrom(given: { areas: string[]; ownAreas: string[] }): string[] {
	return [...given.areas.map((area) => findArea(area).id), ...given.ownAreas];
}

export const instant = z
	.string()
	.refine(
		(text) => !Number.isNaN(Date.parse(text)),
		'must be a date, such as 2026-01-31T07:30:00Z',
	);

/** The zone of the workflow where none was given. */
export function zoneFrom(given: string | undefined, context: IExecuteFunctions): string {
	return parseParameters(z.object({ zone: timeZoneSchema }), {
		zone: given || context.getTimezone(),
	}).zone;
}

/**
 * How long ago an instant is, rounded up, so that two looks in a row leave no gap between them.
 * @param name of the field, for what is said of it
 * @param now ISO 8601
 * @throws {ParameterInvalidError} it is not in the past, or too far back
 */
export function secondsSince(name: string, given: string, now: string, most: number): number {
	const seconds = Math.ceil((Date.parse(now) - Date.parse(given)) / 1_000);
	if (seconds <= 0) throw new ParameterInvalidError(`${name}: must be in the past`);
	if (seconds <= most) return seconds;
	throw new ParameterInvalidError(
		`${name}: must be within the last ${String(most / DAY_SECONDS)} days`,
	);
}
