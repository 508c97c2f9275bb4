import type { IExecuteFunctions } from 'n8n-workflow';
import { traceIdOf } from '../domain/case/traceIdOf';

/** Name of the custom data that n8n finds executions by. */
export const TRACE_KEY = 'approvalTrace';

/** n8n keeps 512 characters of a value, and complains from here on. */
const MOST_CHARACTERS = 255;

/**
 * Notes with the execution which business event an item of it is about, so that n8n finds it by the
 * id. An execution about several has their ids in a row, parted by commas: the first seven.
 */
export function noteTrace({ customData }: Pick<IExecuteFunctions, 'customData'>, json: unknown) {
	const traceId = traceIdOf(json);
	if (traceId === null) return;
	const noted = customData.getAll()[TRACE_KEY]?.split(',') ?? [];
	const joined = [...noted, traceId].join(',');
	if (noted.includes(traceId) || joined.length > MOST_CHARACTERS) return;
	customData.set(TRACE_KEY, joined);
}
