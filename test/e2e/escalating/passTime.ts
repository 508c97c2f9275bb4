import type { E2eStage } from '../stage/openE2eStage';

const WAITS_MS = 120_000;
/** By then n8n has started and looked after what it was doing when it ended. */
const AFTER_START_MS = 30_000;

/**
 * Instead of waiting for hours: n8n starts again with its clock so far ahead that the wait of an
 * execution is over a moment later. Not before that: what is due when it starts, n8n may take for
 * crashed.
 */
export async function passTime(
	{ conductor: { api, n8n } }: E2eStage,
	executionId: string,
): Promise<void> {
	const { waitTill } = await api.waitForExecution(executionId, ['waiting'], WAITS_MS);
	const ms = Date.parse(waitTill ?? '') - Date.now() - AFTER_START_MS;
	await n8n.restart({ aheadMinutes: ms / 60_000 });
}
