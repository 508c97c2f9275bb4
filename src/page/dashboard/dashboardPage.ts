import type { Language } from '../../domain/languages';
import { html } from '../html';
import { layout, noticePage } from '../layout';
import { contentSecurityPolicy } from '../pageHeaders';
import { sheetStyles } from '../sheet';
import { loadChartWriter } from './chartWriter';
import type { Dashboard, DashboardReader } from './DashboardSetting';
import { dashboardStyles } from './dashboardStyles';
import { healthSection } from './healthSection';
import { headline, overviewSection } from './overviewSection';
import { promisesSection } from './promisesSection';
import { queueSection } from './queueSection';
import { rulesSection } from './rulesSection';
import { stuckSection } from './stuckSection';
import { dashboardTextsOf } from './texts/dashboardTextsOf';
import type { DashboardFault } from './texts/Texts';
import { trendSection } from './trendSection';

/** What waits and how it goes, on one page: plain HTML with its charts in it, which loads nothing. */
export async function dashboardPage(
	dashboard: Dashboard,
	reader: DashboardReader,
): Promise<string> {
	const texts = dashboardTextsOf(reader.language);
	const setting = { ...dashboard, reader, texts, draw: await loadChartWriter() };
	const { figures } = dashboard;
	const isEmpty =
		figures.total.opened?.count === 0 &&
		figures.total.decided.byPeople + figures.total.decided.byPolicy === 0;
	return layout(
		`${texts.dashboard}: ${headline(setting)}`,
		html`${overviewSection(setting)} ${queueSection(setting)} ${stuckSection(setting)}
			${isEmpty ? html`<p class="card">${texts.noCase}</p>` : trendSection(setting)}
			${promisesSection(setting)} ${rulesSection(setting)} ${healthSection(setting)}
			<footer><p>${texts.footer}</p></footer>`,
		reader.language,
		head,
	);
}

/**
 * Says why the dashboard is not shown, and what to do.
 * @returns 403 where the link is not good, 503 where Odoo is not there
 */
export function dashboardRefusal(
	fault: DashboardFault,
	language: Language,
): { status: number; html: string } {
	const status = fault === 'unavailable' ? 503 : 403;
	const words = dashboardTextsOf(language).faults[fault];
	return { status, html: noticePage({ status, tone: 'bad', ...words }, language) };
}

/** n8n puts a policy of its own in the place of ours among the headers; so ours is in the page too. */
const head = html`<meta http-equiv="content-security-policy" content="${contentSecurityPolicy}" />
	<style>
		${sheetStyles} ${dashboardStyles}
	</style>`;
