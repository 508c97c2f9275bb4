import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { findLink } from '../../scripts/scenario/approverLink';
import { readOrder } from '../../scripts/scenario/readOrder';
import type { Quotation } from '../../scripts/scenario/salesDesk';
import { fillTemplate } from '../../scripts/scenario/templates';
import { until } from '../../scripts/scenario/until';
import type { CaseView } from '../../src/domain/case/caseView';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { askedOrder, type AskedOrder } from './approving/askedOrder';
import { describeTimer } from './escalating/describeTimer';
import { passTime } from './escalating/passTime';
import { logInToN8n } from '../../scripts/real/logInToN8n';
import { logInToOdoo } from './stage/odooDesk';
import { openE2eStage, type E2eStage } from './stage/openE2eStage';

const BRINGING_MS = 1_800_000;
const HAPPENS_MS = 120_000;
const LONG_MS = 600_000;

/** Eight hours around the clock, with a warning after six. */
const clock = {
	targets: { rows: [{ class: 'standard', workingMinutes: 480, aroundTheClock: true }] },
	warnPercent: '75',
};

describe('a case that nobody decides (real n8n, real Odoo 19, Chromium)', () => {
	let opened: E2eStage | undefined;
	const stage = (): E2eStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};
	const api = () => stage().conductor.api;

	const letTimePass = async (executionId: string) => {
		await passTime(stage(), executionId);
	};
	const comeBack = async () => {
		await stage().conductor.n8n.restart();
	};
	const happens = async ({ caseId }: AskedOrder, what: string, is: (view: CaseView) => boolean) =>
		await until(`The case was never ${what}`, HAPPENS_MS, async () => {
			const { case: view } = await new Ledger(stage().auditor).execute<'show'>({
				command: 'show',
				caseId,
			});
			return is(view) ? view : undefined;
		});
	const isReleased = async ({ id }: Quotation) =>
		await until('the order was never released', HAPPENS_MS, async () => {
			const order = await readOrder(stage().auditor, id);
			return order.state === 'sale' ? order : undefined;
		});
	/** The template, filled in, in the place of the one that the stage has published. */
	const withTemplate = async (
		parameters: Record<string, Record<string, unknown>>,
		work: (workflowId: string) => Promise<void>,
	) => {
		const { credentials, orderReleaseId } = stage().conductor;
		const draft = await fillTemplate('order-release', credentials, {
			'Start SLA Clock': clock,
			...parameters,
		});
		await api().deactivate(orderReleaseId);
		const id = await api().createWorkflow(draft);
		await api().activate(id);
		try {
			await work(id);
		} finally {
			await api().deactivate(id);
			await api().activate(orderReleaseId);
		}
	};

	beforeAll(async () => {
		opened = await openE2eStage();
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	it(
		'goes round in one execution, through restarts: people are reminded, then others are asked',
		async () => {
			await withTemplate({}, async (workflowId) => {
				const asked = await askedOrder(stage());
				const [execution] = await api().listExecutions(workflowId);
				const id = execution?.id ?? '';

				await letTimePass(id);
				const reminded = await happens(asked, 'reminded', (view) => view.escalationLevel === 1);
				expect(reminded.trail.at(-1)).toMatchObject({ type: 'nudged', data: { action: 'remind' } });
				await letTimePass(id);
				const others = await happens(asked, 'asked of others', ({ round }) => round === 2);
				expect(others).toMatchObject({ escalationLevel: 2, steps: [{ role: 'finance' }] });
				await api().waitForExecution(id, ['waiting'], HAPPENS_MS);

				await comeBack();
				const link = await findLink(stage().people.finance, asked.caseId);
				await stage().pages.answer(link, { decision: 'approved' });
				expect((await isReleased(asked.quotation)).cases).toMatchObject([{ state: 'approved' }]);
				const { sla } = await happens(asked, 'decided', ({ state }) => state === 'approved');
				expect(sla?.stopped).toMatchObject({ met: true, lateMinutes: 0 });
				await api().waitForExecution(id, ['success'], HAPPENS_MS);
				expect(await api().listExecutions(workflowId)).toHaveLength(1);
			});
		},
		LONG_MS,
	);

	it(
		'ends in the manual queue, with an owner, who decides it in Odoo',
		async () => {
			const { finance } = stage().odoo.people;
			const parameters = {
				'Approval Route': { routeOptions: {} },
				Escalate: { ladder: { rows: [] }, escalateOptions: { queueOwner: finance.login } },
			};
			await withTemplate(parameters, async (workflowId) => {
				const asked = await askedOrder(stage());
				const [execution] = await api().listExecutions(workflowId);
				await letTimePass(execution?.id ?? '');
				const queued = await happens(asked, 'handed over', ({ exhausted }) => exhausted);
				expect(queued.owner).toMatchObject({ id: finance.id });
				await comeBack();

				const { browser, server, screenshots, desk } = stage();
				const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
				await logInToOdoo(page, server.url, finance);
				await page.goto(`${server.url}/odoo/action-n8n_approvals.window_manual_queue`);
				await page.locator('.o_data_row', { hasText: asked.quotation.name }).waitFor();
				await screenshots.take(page, 'odoo-manual-queue');
				await page.goto(`${server.url}/odoo/action-n8n_approvals.window_cases/${asked.caseId}`);
				await page.locator('.o_form_statusbar').waitFor();
				await screenshots.take(page, 'odoo-case-in-the-manual-queue');
				await page.close();

				await desk.decide(finance, asked.caseId, { decision: 'approved' });
				await isReleased(asked.quotation);
			});
		},
		LONG_MS,
	);

	it(
		'is carried out also when n8n took the execution that waits for crashed',
		async () => {
			const asked = await askedOrder(stage());
			const { n8n } = stage().conductor;
			await n8n.stop();
			const database = new DatabaseSync(join(n8n.userFolder, '.n8n', 'database.sqlite'));
			const crash = "UPDATE execution_entity SET status = 'crashed' WHERE status = 'waiting'";
			expect(database.prepare(crash).run().changes).toBeGreaterThan(0);
			database.close();
			await n8n.restart();

			await stage().pages.answer(asked.link, { decision: 'approved' });
			await isReleased(asked.quotation);
		},
		LONG_MS,
	);

	it.each([
		{
			type: 'slaTimer',
			parameters: { operation: 'start', calendarSource: 'odoo', scheduleKind: 'company' },
			shown: 'Working Schedule Of',
		},
		{
			type: 'escalate',
			parameters: {
				ladder: {
					rows: [
						{ action: 'remind', workingMinutes: 60, more: { at: 'warning' } },
						{ action: 'ask', role: 'finance', workingMinutes: 240 },
					],
				},
				escalateOptions: { queueOwner: 'henrik', quietFrom: '20:00', quietUntil: '07:00' },
			},
			shown: 'Owner of the Manual Queue',
		},
	])(
		'is shown in the editor as it is meant: $type',
		async ({ type, parameters, shown }) => {
			const { browser, conductor, screenshots } = stage();
			const node = {
				id: randomUUID(),
				name: 'Node',
				type: `n8n-nodes-odoo-approvals.${type}`,
				typeVersion: 1.1,
				position: [0, 0],
				parameters,
			};
			const id = await api().createWorkflow({ name: type, nodes: [node], connections: {} });
			const page = await browser.newPage({ viewport: { width: 1600, height: 1500 } });
			await logInToN8n(page, conductor.n8n.url);
			await page.goto(`${conductor.n8n.url}/workflow/${id}`);
			await page.locator('.vue-flow__node').first().dblclick();
			await page.getByText(shown).first().waitFor();
			await screenshots.take(page, `node-${type}`);
			expect(await page.getByText('Parameter missing').count()).toBe(0);
			await page.close();
		},
		LONG_MS,
	);

	it(
		'is found by the overdue sweep as well, which leaves alone what is not due',
		async () => {
			const { browser, conductor, screenshots } = stage();
			const draft = await fillTemplate('overdue-sweep', conductor.credentials);
			const id = await api().createWorkflow(draft);
			const asked = await askedOrder(stage());
			const execution = await api().runWorkflow(id, 'Sweep Now');
			await api().waitForExecution(execution, ['success'], HAPPENS_MS);
			expect((await happens(asked, 'there', () => true)).escalationLevel).toBe(0);

			const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
			await logInToN8n(page, conductor.n8n.url);
			await page.goto(`${conductor.n8n.url}/workflow/${id}`);
			await page.locator('.vue-flow__node').first().waitFor();
			await screenshots.take(page, 'canvas-overdueSweep');
			await page.close();
			await stage().pages.answer(asked.link, { decision: 'approved' });
			await isReleased(asked.quotation);
		},
		LONG_MS,
	);

	describeTimer(stage);
});
