import { findLink } from '../../scripts/scenario/approverLink';
import { fillTemplate } from '../../scripts/scenario/templates';
import { readOrder } from '../../scripts/scenario/readOrder';
import { until } from '../../scripts/scenario/until';
import type { CaseView } from '../../src/domain/case/caseView';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { askedOrder, type AskedOrder } from './approving/askedOrder';
import { logInToN8n } from './stage/logInToN8n';
import { logInToOdoo } from './stage/odooDesk';
import { openE2eStage, type E2eStage } from './stage/openE2eStage';

const BRINGING_MS = 1_800_000;
const HAPPENS_MS = 90_000;
const LONG_MS = 600_000;

/** Eight hours around the clock, with a warning after six; then an hour for each rung. */
const clock = {
	targets: { rows: [{ class: 'standard', workingMinutes: 480, aroundTheClock: true }] },
	warnPercent: '75',
};

describe('a case that nobody decides (real n8n, real Odoo 19, Chromium)', () => {
	let opened: E2eStage | undefined;
	let workflowId = '';
	const stage = (): E2eStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};
	/** Instead of waiting for hours: n8n's clock is ahead, and what is due goes on as it starts. */
	const hoursLater = async (hours: number) => {
		await stage().conductor.n8n.restart({ aheadMinutes: hours * 60 });
	};
	const ledger = () => new Ledger(stage().auditor);
	const show = async ({ caseId }: AskedOrder): Promise<CaseView> =>
		(await ledger().execute<'show'>({ command: 'show', caseId })).case;
	const happens = async (asked: AskedOrder, what: string, is: (view: CaseView) => boolean) =>
		await until(`The case was never ${what}`, HAPPENS_MS, async () => {
			const view = await show(asked);
			return is(view) ? view : undefined;
		});

	beforeAll(async () => {
		opened = await openE2eStage();
		const { api, credentials, orderReleaseId } = opened.conductor;
		const { login: approver } = opened.odoo.people.finance;
		const director = { role: 'director', kind: 'user', approver, limit: 0, quorum: 1 };
		const draft = await fillTemplate('order-release', credentials, {
			'Start SLA Clock': clock,
			Escalate: {
				ladder: {
					rows: [
						{ action: 'remind', workingMinutes: 60, more: { at: 'warning' } },
						{ action: 'priority', workingMinutes: 60 },
						{ action: 'ask', role: 'director', workingMinutes: 60 },
					],
				},
				authority: { rows: [director] },
				escalateOptions: { queueOwner: approver },
			},
		});
		await api.deactivate(orderReleaseId);
		workflowId = await api.createWorkflow(draft);
		await api.activate(workflowId);
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	it(
		'goes round in one execution, through restarts, from the warning to whoever is asked last',
		async () => {
			const asked = await askedOrder(stage());
			const { api } = stage().conductor;
			const [execution] = await api.listExecutions(workflowId);

			await hoursLater(6.1);
			const reminded = await happens(
				asked,
				'reminded',
				({ escalationLevel }) => escalationLevel === 1,
			);
			expect(reminded.trail.at(-1)).toMatchObject({ type: 'nudged', data: { action: 'remind' } });
			await hoursLater(8.1);
			const urgent = await happens(asked, 'urgent', ({ expedited }) => expedited);
			expect(urgent).toMatchObject({ round: 1, escalationLevel: 2 });
			await hoursLater(10);
			const escalated = await happens(asked, 'asked of others', ({ round }) => round === 2);
			expect(escalated).toMatchObject({ escalationLevel: 3, steps: [{ role: 'director' }] });

			// Back at the present time, whoever is asked now decides on their page.
			await hoursLater(0);
			const link = await findLink(stage().people.finance, asked.caseId);
			await stage().pages.answer(link, { decision: 'approved' });
			const { cases } = await until('the order was never released', HAPPENS_MS, async () => {
				const order = await readOrder(stage().auditor, asked.quotation.id);
				return order.state === 'sale' ? order : undefined;
			});
			expect(cases).toMatchObject([{ state: 'approved' }]);
			const released = await show(asked);
			expect(released.sla?.stopped).toMatchObject({ met: true, lateMinutes: 0 });
			expect(await api.listExecutions(workflowId)).toMatchObject([
				{ id: execution?.id, status: 'success' },
			]);

			const page = await stage().browser.newPage({ viewport: { width: 1800, height: 1000 } });
			await logInToN8n(page, stage().conductor.n8n.url);
			await page.goto(
				`${stage().conductor.n8n.url}/workflow/${workflowId}/executions/${execution?.id ?? ''}`,
			);
			await page.frameLocator('iframe').locator('.vue-flow__node').first().waitFor();
			await stage().screenshots.take(page, 'execution-escalated');
			await page.close();
		},
		LONG_MS,
	);

	it(
		'ends in the manual queue, with an owner, who decides it in Odoo',
		async () => {
			const asked = await askedOrder(stage());
			for (const hours of [6.1, 8.1, 10, 12]) await hoursLater(hours);
			const queued = await happens(asked, 'handed over', ({ exhausted }) => exhausted);
			const { finance } = stage().odoo.people;
			expect(queued.owner).toMatchObject({ id: finance.id });

			await hoursLater(0);
			const { browser, server, screenshots, desk, auditor } = stage();
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
			await until('the order was never released', HAPPENS_MS, async () => {
				const { state } = await readOrder(auditor, asked.quotation.id);
				return state === 'sale' ? true : undefined;
			});
		},
		LONG_MS,
	);
});
