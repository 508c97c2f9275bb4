import type { EventFigures } from '../../domain/insights/figureSections';
import type { ListedCase } from '../../domain/insights/openCases';
import type { Language } from '../../domain/languages';
import { html, type HtmlValue, type SafeHtml } from '../html';
import { sheet } from '../sheet';
import type { DashboardSetting } from './DashboardSetting';
import { formatDuration } from './formatFigures';
import { countFigure, keyFigures, part, type KeyFigure } from './parts';
import { caseCell } from './queueSection';
import type { DashboardTexts } from './texts/Texts';

const MOST_LISTED = 10;

/** Whether events come through and decisions are carried out; what is wrong is said at the top. */
export function healthSection(setting: DashboardSetting): SafeHtml {
	const { open, reader, texts } = setting;
	const { health } = texts;
	const { notReleased, leftUndone, deadLetters } = open;
	return part(
		health.heading,
		html`${keyFigures(machineryFigures(setting))}
		${
			deadLetters > 0 &&
			html`<p>
				<a href="${reader.deadLettersUrl}" rel="noreferrer">${health.deadLetterList}</a>
			</p>`
		}
		${casesTable(health.notReleased, notReleased.cases, setting, (one) => one.message)}
		${casesTable(health.leftUndone, leftUndone.cases, setting)}`,
	);
}

function machineryFigures({ open, figures, reader, texts }: DashboardSetting): KeyFigure[] {
	const { language } = reader;
	const { health } = texts;
	const { events } = figures.total;
	const { outbox, deadLetters, notReleased, leftUndone } = open;
	const oldest = outbox.oldestMinutes === null ? null : outbox.oldestMinutes * 60;
	const trouble = (label: string, count: number) => countFigure(label, count, language, count > 0);
	return [
		...(events ? deliveryFigures(events, language, health) : []),
		countFigure(health.pending, outbox.pending, language, outbox.late),
		{ label: health.oldestPending, value: formatDuration(oldest, language), isBad: outbox.late },
		trouble(health.dead, deadLetters),
		trouble(health.notReleased, notReleased.count),
		trouble(health.leftUndone, leftUndone.count),
	];
}

/** How events of the time got from Odoo to n8n. */
function deliveryFigures(
	{ written, lagSeconds, retried, failed }: EventFigures,
	language: Language,
	health: DashboardTexts['health'],
): KeyFigure[] {
	return [
		countFigure(health.written, written, language),
		{
			label: health.lag,
			value: formatDuration(lagSeconds?.p90 ?? null, language),
			...(lagSeconds && { hint: health.lagHint(formatDuration(lagSeconds.p50, language)) }),
		},
		countFigure(health.retried, retried, language),
		countFigure(health.failed, failed, language),
	];
}

function casesTable<Listed extends ListedCase>(
	title: string,
	cases: readonly Listed[],
	setting: DashboardSetting,
	saidOf?: (one: Listed) => string | null,
): HtmlValue {
	if (cases.length === 0) return null;
	const { health, queue } = setting.texts;
	const said = saidOf ? [{ label: health.said, isText: true }] : [];
	return html`<h3>${title}</h3>
		${sheet(
			[{ label: queue.record, isText: true }, ...said],
			cases
				.slice(0, MOST_LISTED)
				.map((one) => [caseCell(one, setting), ...(saidOf ? [saidOf(one)] : [])]),
		)}`;
}
