import { eventDataSchemas } from '../case/caseEvents';
import type { TrailEntry } from '../case/caseView';

const reminderSchema = eventDataSchemas.nudged.pick({ action: true, to: true });
const minuteMs = 60_000;

/**
 * When people were last reminded of the case, if that is less than so long ago.
 * @param now ISO 8601
 */
export function remindedSince(
	trail: readonly TrailEntry[],
	now: string,
	minutes: number,
): string | null {
	const last = trail.findLast(({ type, data }) => {
		if (type !== 'nudged') return false;
		const reminder = reminderSchema.safeParse(data).data;
		return reminder?.action === 'remind' && reminder.to.length > 0;
	});
	if (!last) return null;
	return Date.parse(now) - Date.parse(last.at) < minutes * minuteMs ? last.at : null;
}
