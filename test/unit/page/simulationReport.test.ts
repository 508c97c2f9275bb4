import { formatValue } from '../../../src/domain/formatValue';
import type { ListedCase } from '../../../src/domain/simulation/listedCase';
import type { SimulationResult } from '../../../src/domain/simulation/Simulation';
import { simulationReport, type ReportSetting } from '../../../src/page/simulationReport';
import { aCase, mildPolicy, simulate } from '../simulation/simulatedCases';

const setting: ReportSetting = {
	source: { model: 'sale.order', filter: "[('state', '=', 'sale')]", found: 9, taken: 5 },
	areaLabel: 'Sales order release',
	zone: 'Europe/Berlin',
};

const link = 'https://odoo.example.com/mail/view?model=sale.order&res_id=7';

const cases = [
	aCase(),
	aCase({ id: 7, name: 'S00007', url: link, facts: { margin: 12 } }),
	aCase({ facts: { margin: 4 }, currency: 'USD' }),
	aCase({ facts: { amount: null } }),
	aCase({ name: 'S00009', area: 'returns' }),
];

describe('the report of a simulation', () => {
	const reported = async (some = cases, options: Parameters<typeof simulate>[1] = {}) => {
		const simulation = await simulate(some, options);
		const result = simulation.result();
		return { result, html: simulationReport(result, simulation.listed, setting) };
	};

	it('says first what came of it', async () => {
		const { html } = await reported(cases, { compared: mildPolicy, list: 'changed' });
		expect(textOf(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')).toBe(
			'Of 4 cases, 25 % would be approved automatically under strict, version 1, and 50 % under mild, version 2: 1 changes. ' +
				'One case could not be read or evaluated and is in no other figure.',
		);
	});

	it('has the figures of the result', async () => {
		const { html, result } = await reported(cases, { compared: mildPolicy, list: 'changed' });
		const rows = rowsOf(html);
		for (const figures of [result.simulated, result.compared ?? result.simulated]) {
			for (const one of figures.outcomes) {
				const amounts = one.amounts.map(({ amount, currency }) =>
					formatValue(amount, 'money', currency),
				);
				const expected = [String(one.cases), `${formatValue(one.share)} %`, ...amounts];
				expect(rows).toContainEqual(expect.stringMatching(inOrder(expected)));
			}
			for (const rule of figures.rules) {
				const counts = [rule.matched, rule.decidedAlone, rule.nearMisses].map(String);
				expect(rows).toContainEqual(expect.stringMatching(inOrder([rule.id, ...counts])));
			}
			expect(html).toContain(figures.hash);
		}
		expect(rows).toContainEqual(expect.stringMatching(inOrder(['sales_manager', 'standard'])));
		expect(rows).toContainEqual(expect.stringMatching(inOrder(['amount', '1'])));
		expect(rows).toContainEqual(expect.stringMatching(inOrder(['case is for returns', 'S00009'])));
		expect(textOf(html)).toContain('the newest 5 of 9 records of sale.order');
	});

	it('links what changes to the record in Odoo, and says why', async () => {
		const { html } = await reported(cases, { compared: mildPolicy, list: 'changed' });
		expect(html).toContain(`<a href="${link.replace('&', '&amp;')}" rel="noreferrer">S00007</a>`);
		expect(rowsOf(html)).toContainEqual(
			expect.stringMatching(
				inOrder(['S00007', 'Margin 12 % is below 15 %', 'Approved automatically', 'no rule']),
			),
		);
	});

	it('lets nothing of a record become markup', async () => {
		const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
		const { html } = await reported(
			[
				aCase({ name: hostile, url: 'javascript:alert(1)', currency: hostile }),
				aCase({ name: hostile, facts: { margin: hostile } }),
			],
			{ policy: { ...mildPolicy, id: hostile } },
		);
		expect(html).not.toMatch(/<script|<img|href="javascript/i);
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	});

	it('shows the first two hundred records, and where the others are', async () => {
		const many = Array.from({ length: 250 }, () => aCase());
		const { html } = await reported(many, { maxListed: 240 });
		expect(html.match(/S00007/g)).toHaveLength(200);
		expect(textOf(html)).toContain(
			'50 more are not shown here; the output Records has the first 240.',
		);
	});

	it('is friendly when there was nothing', async () => {
		const { html } = await reported([]);
		expect(textOf(html)).toContain('There was no case to simulate.');
		expect(html).not.toContain('<table');
	});

	it('loads nothing from elsewhere', async () => {
		const { html } = await reported();
		expect(html).not.toMatch(/<link|@import|src=|url\(/);
	});

	it('is put together fast enough to hold nobody up', async () => {
		const many = Array.from({ length: 1_000 }, (_, id) => aCase({ id: id + 1 }));
		const simulation = await simulate(many, { compared: mildPolicy });
		const result = simulation.result();
		const times = Array.from({ length: 5 }, () => timeOf(result, simulation.listed));
		expect(Math.min(...times)).toBeLessThan(50);
	});
});

function timeOf(result: SimulationResult, listed: readonly ListedCase[]): number {
	const startedAt = performance.now();
	simulationReport(result, listed, setting);
	return performance.now() - startedAt;
}

/** The rows of all tables as text. */
function rowsOf(html: string): string[] {
	return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => textOf(row));
}

function textOf(markup: string): string {
	return markup
		.replace(/<style>.*?<\/style>/gs, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function inOrder(parts: readonly string[]): RegExp {
	return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
}
