import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { outputOf } from '../../../scripts/real/N8nExecution';
import type { WorkflowDraft } from '../../../scripts/real/N8nApi';
import {
	fillTemplate,
	type CredentialReference,
	type TemplateNode,
} from '../../../scripts/scenario/templates';
import { startModel, turnsOf, type Model } from '../../kit/startModel';
import { askedOrder, type AskedOrder } from '../approving/askedOrder';
import { logInToN8n } from '../../../scripts/real/logInToN8n';
import { logInToOdoo } from '../stage/odooDesk';
import type { E2eStage } from '../stage/openE2eStage';
import { adviceOnRequest } from './adviceOnRequest';

const LONG_MS = 300_000;
const CLERK = 'AI Summarize';

const adviceColumns = z.array(
	z.object({
		x_advice_source: z.string(),
		x_advice_fallback: z.union([z.string(), z.literal(false)]),
		x_advice_action: z.union([z.string(), z.literal(false)]),
		x_advice_disagrees: z.boolean(),
	}),
);

type Draft = Awaited<ReturnType<typeof fillTemplate>>;

/** What a clerk says about an order, on the real thing. */
export function describeAdvising(stage: () => E2eStage): void {
	const api = () => stage().conductor.api;
	const rowOf = async ({ caseId }: AskedOrder) => {
		const args = {
			domain: [['id', '=', caseId]],
			fields: ['x_advice_source', 'x_advice_fallback', 'x_advice_action', 'x_advice_disagrees'],
		};
		const call = await stage().auditor.call('x_approval_case', 'search_read', args, adviceColumns);
		return call[0];
	};
	const credentialFor = async ({ url }: Model): Promise<CredentialReference> => {
		const name = `Model ${randomUUID()}`;
		const data = { apiKey: 'sk-e2e', url, header: false };
		return { name, id: await api().createCredential({ name, type: 'openAiApi', data }) };
	};
	/** The template with a change, in the place of the one that the stage has published. */
	const withTemplate = async (
		change: (draft: Draft) => WorkflowDraft,
		work: (workflowId: string) => Promise<void>,
	) => {
		const { credentials, orderReleaseId } = stage().conductor;
		const id = await api().createWorkflow(change(await fillTemplate('order-release', credentials)));
		await api().deactivate(orderReleaseId);
		await api().activate(id);
		try {
			await work(id);
		} finally {
			await api().deactivate(id);
			await api().activate(orderReleaseId);
		}
	};
	const inEditor = async (workflowId: string, work: (page: Page) => Promise<void>) => {
		const { browser, conductor } = stage();
		const page = await browser.newPage({ viewport: { width: 1800, height: 1300 } });
		await logInToN8n(page, conductor.n8n.url);
		await page.goto(`${conductor.n8n.url}/workflow/${workflowId}`);
		await page.locator('.vue-flow__node').first().waitFor();
		await work(page);
		await page.close();
	};

	describe('a clerk', () => {
		let model: Model;
		beforeEach(async () => {
			model = await startModel(adviceOnRequest);
		});
		afterEach(async () => {
			await model.stop();
		});

		it(
			'who is a Chat Model attached is read by the approver; a decision otherwise is on record',
			async () => {
				const openAiApi = await credentialFor(model);
				await withTemplate(
					(draft) => withChatModel(draft, openAiApi),
					async (workflowId) => {
						const asked = await askedOrder(stage());
						const [system] = turnsOf(model.requests[0]);
						expect(system?.content).toContain('You are a clerk');
						expect(await rowOf(asked)).toMatchObject({
							x_advice_source: 'model',
							x_advice_action: 'approve',
							x_advice_disagrees: false,
						});

						await inEditor(workflowId, async (page) => {
							await stage().screenshots.take(page, 'canvas-with-chat-model');
							await page.locator(`[data-node-name="${CLERK}"]`).first().dblclick();
							await page.getByText('Lowest Confidence').first().waitFor();
							await stage().screenshots.take(page, 'node-aiSummarize');
						});
						const rejected = { decision: 'rejected', reason: 'Not at this price' } as const;
						await stage().pages.answer(asked.link, { ...rejected, reasonCode: 'price' });
						expect(await rowOf(asked)).toMatchObject({ x_advice_disagrees: true });

						const { browser, server, odoo, screenshots } = stage();
						const page = await browser.newPage({ viewport: { width: 1400, height: 1500 } });
						await logInToOdoo(page, server.url, odoo.people.salesManager);
						const cases = `${server.url}/odoo/action-n8n_approvals.window_cases`;
						await page.goto(`${cases}/${asked.caseId}`);
						await page.getByText('Advice, which decides nothing').waitFor();
						await screenshots.take(page, 'odoo-case-with-advice');
						await page.getByRole('tab', { name: 'Details' }).click();
						await page.getByText('Decided Against Advice').waitFor();
						await screenshots.take(page, 'odoo-case-advice-details');
						await page.close();
					},
				);
			},
			LONG_MS,
		);

		it(
			'who is at the address of a credential is asked through n8n, and missed when the address is dead',
			async () => {
				const openAiApi = await credentialFor(model);
				await withTemplate(
					(draft) => withCredential(draft, openAiApi),
					async (workflowId) => {
						const good = await askedOrder(stage());
						expect(model.requests).toMatchObject([
							{ path: '/v1/chat/completions', headers: { authorization: 'Bearer sk-e2e' } },
						]);
						expect(await rowOf(good)).toMatchObject({ x_advice_source: 'model' });
						await stage().pages.answer(good.link, { decision: 'approved' });

						await model.stop();
						const alone = await askedOrder(stage());
						expect(await rowOf(alone)).toMatchObject({
							x_advice_source: 'rules',
							x_advice_fallback: 'The server of the model cannot be reached (ECONNREFUSED).',
							x_advice_action: false,
						});
						await stage().pages.answer(alone.link, { decision: 'approved' });
						const [execution] = await api().listExecutions(workflowId);
						const done = await api().waitForExecution(execution?.id ?? '', ['success'], LONG_MS);
						expect(JSON.stringify(done)).not.toContain('sk-e2e');

						await inEditor(workflowId, async (page) => {
							await page.locator(`[data-node-name="${CLERK}"]`).first().dblclick();
							await page.getByText('Lowest Confidence').first().waitFor();
							await stage().screenshots.take(page, 'node-aiSummarize-credential');
							expect(await page.getByText('Parameter missing').count()).toBe(0);
						});
					},
				);
			},
			LONG_MS,
		);

		it(
			'reads what a supplier writes, without a model',
			async () => {
				const id = await api().createWorkflow(readingWorkflow());
				const execution = await api().waitForExecution(
					await api().runWorkflow(id, 'Start'),
					['success', 'error'],
					60_000,
				);
				expect(outputOf(execution, CLERK)).toMatchObject([
					{
						extraction: {
							source: 'rules',
							fallbackReason: 'No model is attached.',
							dates: [{ kind: 'new', day: '2026-03-20' }],
							delay: { signal: 'delayed' },
							references: [{ value: 'P00042', kind: 'order' }],
						},
					},
				]);
				await inEditor(id, async (page) => {
					await page.locator(`[data-node-name="${CLERK}"]`).first().dblclick();
					await page.getByText('Received').first().waitFor();
					await stage().screenshots.take(page, 'node-aiSummarize-extract');
				});
			},
			LONG_MS,
		);
	});
}

/** As an analyst drags it in today: the newest version, which speaks OpenAI's newer protocol. */
function withChatModel(draft: Draft, openAiApi: CredentialReference): WorkflowDraft {
	const name = 'OpenAI Chat Model';
	const chatModel = {
		id: randomUUID(),
		name,
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.3,
		position: [1248, 240],
		parameters: { model: { __rl: true, mode: 'id', value: 'a-model' } },
		credentials: { openAiApi },
	};
	const attached = { ai_languageModel: [[{ node: CLERK, type: 'ai_languageModel', index: 0 }]] };
	return {
		...draft,
		nodes: [...draft.nodes, chatModel],
		connections: { ...(draft.connections as object), [name]: attached },
	};
}

function withCredential(draft: Draft, openAiApi: CredentialReference): WorkflowDraft {
	const parameters = { modelSource: 'credential', model: 'a-model' };
	return {
		...draft,
		nodes: draft.nodes.map((node: TemplateNode) =>
			node.name === CLERK ? { ...node, parameters, credentials: { openAiApi } } : node,
		),
	};
}

function readingWorkflow(): WorkflowDraft {
	const node = (name: string, type: string, parameters: object, place: number) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion: type.startsWith('n8n-nodes-base') ? 1 : 1.1,
		position: [place * 220, 0],
		parameters,
	});
	const message = 'Your order P00042 is delayed. It will ship on 20 March 2026.';
	return {
		name: 'Read a Message',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}, 0),
			node(
				CLERK,
				'n8n-nodes-odoo-approvals.aiSummarize',
				{ operation: 'extract', message, receivedAt: '2026-03-02T08:00:00Z' },
				1,
			),
		],
		connections: { Start: { main: [[{ node: CLERK, type: 'main', index: 0 }]] } },
	};
}
