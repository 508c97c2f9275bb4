import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from '../../../scripts/real/chromium';
import type { RealOdoo } from '../../../scripts/real/odoo';
import { areas } from '../../../src/domain/areas/areas';
import { favouriteRecords } from '../../../src/odoo/blueprint/favourites';
import { install } from '../../../src/odoo/blueprint/install';
import type { OdooClient } from '../../../src/odoo/OdooClient';
import { joinGroups } from '../stage/joinGroups';
import { logInToOdoo } from '../stage/odooDesk';
import { Screenshots } from '../stage/screenshots';
import { pastCases } from './pastCases';

/** An Odoo with the blueprint in it. */
export interface FavouritesStage {
	odoo: RealOdoo;
	admin: OdooClient;
	runAsSuperuser(code: string): Promise<unknown>;
}

/** Figures of a line by its name. */
type Figures = Record<string, string[]>;

/** Of each favourite, by the tail of its name: some lines of its pivot, each with its last figures. */
const figures: Record<string, Figures> = {
	where_work_waits: { Credit: ['1', '1', '2'] },
	who_is_asked: { 'Marc Demo': ['2'], 'Mitchell Admin': ['1'] },
	decision_time: { Purchasing: ['1', '1', '2'], Sales: ['1', '1', '2'] },
	time_by_step: {
		Purchasing: ['203.00', '1.00', '2.00', '4'],
		Sales: ['41.00', '0.50', '1.00', '2'],
	},
	auto_approval: { Total: ['4', '2', '6'] },
	exceptions: { margin: ['2', '6', '8'] },
	rules: { 'thin margin': ['2', '2', '1', '5'] },
	overrides: { 'Marc Demo': ['1'], 'Mitchell Admin': ['1'] },
	promises: { 'Marc Demo': ['1', '1'], 'Mitchell Admin': ['2', '1', '3'] },
	rework: { Sales: ['1'] },
	samples: { margin: ['1'] },
	advice: { 'Facts and Rules': ['2', '2'], 'Language Model': ['1', '1'], Approve: ['1', '1'] },
	attempts: { 'Marc Demo': ['1', '1', '2'] },
	taken_over: { 'Mitchell Admin': ['1'] },
	escalations: { Purchasing: ['2'] },
	refused_by_odoo: { Purchasing: ['1'] },
	trouble: { 'HTTP 500': ['1', '10', '1', '10'], Timeout: ['1', '2', '1', '2'] },
	delivery: { Total: ['1', '1', '2'] },
};

const favourites = favouriteRecords({
	groupsField: 'group_ids',
	hasPrivileges: true,
	namesAutomationActions: false,
	filterOwnersField: 'user_ids',
}).map(({ name, onlyAtFirst = {} }) => ({
	name: name.replace('favourite_', ''),
	title: String(onlyAtFirst['name']),
	window: z.object({ ref: z.string() }).parse(onlyAtFirst['action_id']).ref,
}));

/** What managers see of the figures without leaving Odoo. */
export function describeFavourites(stage: () => FavouritesStage): void {
	describe('the favourites in the web client', () => {
		const screenshots = new Screenshots();
		let browser: Browser | undefined;
		let opened: Page | undefined;
		const page = (): Page => {
			if (!opened) throw new Error('The browser did not start');
			return opened;
		};

		beforeAll(async () => {
			const { odoo, admin, runAsSuperuser } = stage();
			await install(admin, areas);
			await joinGroups(admin, 'admin', new Set(['n8n_approvals.group_manager']));
			await runAsSuperuser(pastCases);
			browser = await launchChromium();
			opened = await browser.newPage({ viewport: { width: 1500, height: 900 } });
			await logInToOdoo(opened, odoo.url, { login: 'admin', password: odoo.adminPassword });
		}, 120_000);

		afterAll(async () => {
			await browser?.close();
		});

		const choose = async (window: string, view: string, title: string) => {
			const { url } = stage().odoo;
			await page().goto(`${url}/odoo/action-n8n_approvals.${window}?view_type=${view}`);
			await page().locator('.o_searchview_dropdown_toggler').click();
			const menu = page().locator('.o_favorite_menu');
			await menu.waitFor();
			// Odoo folds them up when there are more than four.
			const folded = menu.locator('.o_expand_shared_favorites');
			if ((await folded.count()) > 0) await folded.click();
			await menu.getByText(title, { exact: true }).click();
			await page().locator('.o_searchview_facet', { hasText: title }).waitFor();
			await page().locator('.o_searchview_dropdown_toggler').click();
		};

		it.each(favourites)('$title', async ({ name, title, window }) => {
			await choose(window, 'pivot', title);
			const expected = figures[name] ?? {};
			const lines = await readLines(page(), expected);
			await screenshots.take(page(), `odoo-favourite-${name}`);

			expect(lines).toMatchObject(expected);
		});

		it.each(['graph', 'list'])('are shown in each window as a %s, too', async (view) => {
			const ofWindows = new Map(favourites.map((favourite) => [favourite.window, favourite]));
			for (const { window, title } of ofWindows.values()) {
				await choose(window, view, title);
				const shown = view === 'graph' ? '.o_graph_canvas_container canvas' : '.o_group_header';
				await page().locator(shown).first().waitFor();
				await screenshots.take(page(), `odoo-${window}-${view}`);
			}

			expect(await page().locator('.o_error_dialog').count()).toBe(0);
		});

		it('lie beside filters and groups, and a line of a trail leads to its case', async () => {
			await page().goto(`${stage().odoo.url}/odoo/action-n8n_approvals.window_trail`);
			await page().locator('.o_data_row [name=x_type]', { hasText: 'Taken Over' }).first().click();
			const line = page().locator('.o_form_view [name=x_case_id] a');
			await line.waitFor();
			await screenshots.take(page(), 'odoo-trail-line');
			await line.click();
			await page().locator('.o_form_view .o_form_statusbar').waitFor();
			await page().goto(`${stage().odoo.url}/odoo/action-n8n_approvals.window_analysis`);
			await page().locator('.o_searchview_dropdown_toggler').click();
			await page().locator('.o_expand_shared_favorites').click();
			await screenshots.take(page(), 'odoo-analysis-search');

			const shown = await page().locator('.o_favorite_menu .o_favorite_item').allTextContents();
			const ofCases = favourites.filter(({ window }) => window === 'window_analysis');
			expect(shown.toSorted()).toEqual(ofCases.map(({ title }) => title).toSorted());
		});
	});
}

/** How long Odoo may take to show what was chosen. */
const PATIENCE_MS = 10_000;

/** Figures of a pivot by the name of their line: when those that are expected are there, or never come. */
async function readLines(page: Page, expected: Figures): Promise<Figures> {
	const end = Date.now() + PATIENCE_MS;
	for (;;) {
		const lines = await page
			.locator('.o_pivot tbody tr')
			.evaluateAll((rows) =>
				rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
			);
		const figuresOf = Object.fromEntries(
			lines.map(([name = '', ...cells]) => [name, cells.filter((cell) => cell !== '')]),
		);
		const isThere = Object.entries(expected).every(([name, cells]) =>
			isDeepStrictEqual(figuresOf[name], cells),
		);
		if (isThere || Date.now() > end) return figuresOf;
		await page.waitForTimeout(100);
	}
}
