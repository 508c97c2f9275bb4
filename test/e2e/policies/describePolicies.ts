import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { salesOrderPolicy } from '../../../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { logInToN8n } from '../../../scripts/real/logInToN8n';
import type { E2eStage } from '../stage/openE2eStage';
import { addSimulation } from './addSimulation';

const area = 'sales_order_release';

/** Writing and trying policies, on the real thing. */
export function describePolicies(stage: () => E2eStage): void {
	describe('a policy', () => {
		it('stays as it was written in one way while another is shown', async () => {
			const { browser, conductor, screenshots } = stage();
			const node = {
				id: randomUUID(),
				name: 'Policy Evaluate',
				type: 'n8n-nodes-odoo-approvals.policyEvaluate',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: {},
			};
			const id = await conductor.api.createWorkflow({
				name: 'Policy',
				nodes: [node],
				connections: {},
			});
			const page = await browser.newPage({ viewport: { width: 1600, height: 1400 } });
			await logInToN8n(page, conductor.n8n.url);
			await page.goto(`${conductor.n8n.url}/workflow/${id}`);
			await page.locator('.vue-flow__node').first().dblclick();

			const floor = field(page, 'marginBelowFloor').locator('input');
			await floor.fill('13');
			await page.keyboard.press('Tab');
			await screenshots.take(page, 'policy-preset');
			await choose(page, 'As Table');
			const firstReason = field(page, 'reason').first().locator('input');
			await firstReason.fill('Nobody sells that cheap');
			await page.keyboard.press('Tab');
			await page.getByText('$parameter.limits.marginBelowFloor').first().waitFor();
			await screenshots.take(page, 'policy-table');
			await choose(page, 'As JSON');
			await page.getByText('"sales-order-release"').first().waitFor();
			await screenshots.take(page, 'policy-json');

			await choose(page, 'Preset');
			expect(await floor.inputValue()).toBe('13');
			await choose(page, 'As Table');
			expect(await firstReason.inputValue()).toBe('Nobody sells that cheap');
			await page.close();
		}, 180_000);

		it('is simulated over the orders in Odoo, beside another one', async () => {
			const { api } = stage().conductor;
			const { browser, odoo, screenshots } = stage();
			const stricter = { ...salesOrderPolicy, version: '2', rules: [], examples: [] };
			const comparedPolicy = {
				...stricter,
				default: { ...stricter.default, outcome: 'require_approval' },
			};
			const id = await addSimulation(stage(), {
				policySource: 'preset',
				area,
				cases: 'records',
				filter: "[('state', '!=', 'cancel')]",
				compareWith: 'policy',
				comparedPolicy: JSON.stringify(comparedPolicy),
				recordsToList: 'changed',
			});
			const execution = await api.waitForExecution(
				await api.runWorkflow(id, 'Start'),
				['success', 'error'],
				60_000,
			);
			const domain = [['state', '!=', 'cancel']];
			const count = await odoo.people.integration.odoo.call(
				'sale.order',
				'search_count',
				{ domain },
				z.number(),
			);
			const [summary] = outputOf(execution, 'Simulate');
			expect(summary).toMatchObject({ source: { found: count, taken: count } });
			expect(count).toBeGreaterThan(5);
			expect(outputOf(execution, 'Simulate', 1).length).toBeGreaterThan(0);

			const [report] = outputOf(execution, 'Read Report');
			const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
			await page.setContent(z.string().parse(report?.['html']));
			await screenshots.take(page, 'simulation-report');
			await page.setViewportSize({ width: 390, height: 844 });
			await screenshots.take(page, 'simulation-report-phone');
			await page.close();
		}, 180_000);
	});
}

function field(page: Page, name: string) {
	return page.locator(`[data-test-id="parameter-input-${name}"]`);
}

/** Shows the policy in another way, and waits until the editor has drawn it. */
async function choose(page: Page, way: string): Promise<void> {
	await field(page, 'policySource').click();
	const option = page.locator('.option-headline:visible').filter({ hasText: way });
	await option.first().click();
	await page.locator('.option-headline:visible').first().waitFor({ state: 'hidden' });
	// What is forgotten is forgotten a moment after the fields have changed.
	await page.waitForTimeout(1_000);
}
