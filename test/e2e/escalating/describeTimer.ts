import { randomUUID } from 'node:crypto';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { handIn, writeQuotation, type Quotation } from '../../../scripts/scenario/salesDesk';
import { waitSectionSchema } from '../../../src/domain/case/caseFile';
import { startClock } from '../../../src/domain/sla/slaClock';
import { alwaysOpen } from '../../../src/domain/sla/workCalendar';
import { thinStory } from '../approving/askedOrder';
import type { E2eStage } from '../stage/openE2eStage';
import { passTime } from './passTime';

const HAPPENS_MS = 120_000;
const LONG_MS = 600_000;

/** SLA Timer (Wait Until) on real n8n and Odoo. */
export function describeTimer(stage: () => E2eStage): void {
	const api = () => stage().conductor.api;

	describe('a timer that waits for a record of Odoo', () => {
		const start = async (quotation: Quotation): Promise<{ id: string; url: string }> => {
			const { credentials } = stage().conductor;
			const file = {
				schema: 'approval-case/1',
				sla: startClock({
					class: 'standard',
					targets: { standard: 120 },
					calendar: alwaysOpen,
					warnPercents: [75],
					startedAt: new Date().toISOString(),
				}),
			};
			const node = (name: string, type: string, further: object) => ({
				id: randomUUID(),
				name,
				type,
				position: [0, 0],
				...further,
			});
			const to = (...names: string[]) => ({
				main: names.map((name) => [{ node: name, type: 'main', index: 0 }]),
			});
			const workflowId = await api().createWorkflow({
				name: 'Waits for a quotation to be sent',
				nodes: [
					node('Start', 'n8n-nodes-base.manualTrigger', { typeVersion: 1, parameters: {} }),
					node('Case', 'n8n-nodes-base.set', {
						typeVersion: 3.4,
						parameters: { mode: 'raw', jsonOutput: JSON.stringify(file) },
					}),
					node('Timer', 'n8n-nodes-odoo-approvals.slaTimer', {
						typeVersion: 1.1,
						parameters: {
							operation: 'waitUntil',
							awaited: 'record',
							awaitedModel: 'sale.order',
							awaitedId: String(quotation.id),
							awaitedField: 'state',
							awaitedValues: 'sent, sale',
						},
						credentials,
					}),
					node('Late', 'n8n-nodes-base.noOp', { typeVersion: 1, parameters: {} }),
					node('Came', 'n8n-nodes-base.noOp', { typeVersion: 1, parameters: {} }),
				],
				connections: {
					Start: to('Case'),
					Case: to('Timer'),
					Timer: to('Timer', 'Late', 'Came'),
				},
			});
			const id = await api().runWorkflow(workflowId, 'Start');
			const waiting = await api().waitForExecution(id, ['waiting'], HAPPENS_MS);
			return { id, url: waitSectionSchema.parse(outputOf(waiting, 'Timer')[0]?.['wait']).url };
		};
		const call = async (url: string) => {
			const response = await fetch(url, { method: 'POST' });
			return [response.status, ((await response.json()) as { message: string }).message];
		};

		it(
			'waits on while it has not come, through a restart, and ends as soon as it has',
			async () => {
				const quotation = await writeQuotation(stage(), thinStory());
				const { id, url } = await start(quotation);
				await stage().conductor.n8n.restart();
				expect(await call(url)).toEqual([200, 'It has not come yet; the timer waits on.']);
				await handIn(stage(), quotation);
				expect(await call(url)).toEqual([200, 'It has come.']);
				const { lastNode } = await api().waitForExecution(id, ['success'], HAPPENS_MS);
				expect(lastNode).toBe('Came');
			},
			LONG_MS,
		);

		it(
			'looks again when the time has come, and only then says so',
			async () => {
				const { id } = await start(await writeQuotation(stage(), thinStory()));
				await passTime(stage(), id);
				const { lastNode, runs } = await api().waitForExecution(id, ['success'], HAPPENS_MS);
				expect([lastNode, runs['Timer']?.length]).toEqual(['Late', 2]);
				await stage().conductor.n8n.restart();
			},
			LONG_MS,
		);
	});
}
