import type { N8nApi } from '../scripts/real/N8nApi';
import { until } from '../scripts/scenario/until';

const EXECUTIONS_MS = 120_000;
/** n8n lists no more at a time. */
const LISTED = 100;

/** Waits until no execution of a workflow is on; those that wait for somebody do not count. */
export async function untilIdle(api: N8nApi, workflowId: string): Promise<void> {
	await until('executions never ended', EXECUTIONS_MS, async () => {
		const latest = await api.listExecutions(workflowId, LISTED);
		return latest.some(({ status }) => status === 'new' || status === 'running') ? undefined : true;
	});
}
