import { troublesOf } from '../../domain/insights/troubles';
import { formatInstant } from '../formatInstant';
import { html, type SafeHtml } from '../html';
import type { DashboardSetting } from './DashboardSetting';
import { formatAge, formatCount, formatHours, formatShare } from './formatFigures';
import { countFigure, keyFigures, type KeyFigure } from './parts';

/** What it comes to, in one line; whether the machinery works; and the figures to begin with. */
export function overviewSection(setting: DashboardSetting): SafeHtml {
	const { open, figures, reader, texts } = setting;
	const { language, zone, areaLabels } = reader;
	const about = [
		texts.asOf(formatInstant(open.at, zone, language)),
		...(figures.from === null ? [] : [texts.since(formatInstant(figures.from, zone, language))]),
		...(areaLabels.length === 0 ? [] : [texts.only(areaLabels.join(', '))]),
	];
	return html`<section class="card">
		<h1>${headline(setting)}</h1>
		<p class="kind">${about.join(' · ')}</p>
		${machinery(setting)}
		<h2>${texts.keys.heading}</h2>
		${keyFigures([...nowFigures(setting), ...timeFigures(setting)])}
	</section>`;
}

/** An empty queue is said too. */
export function headline({ open, texts }: DashboardSetting): string {
	const { count, overdue } = open.waiting;
	if (count === 0) return texts.nothingWaits;
	return [texts.waits(count), ...(overdue > 0 ? [texts.overdue(overdue)] : [])].join(', ');
}

function machinery({ open, reader, texts }: DashboardSetting): SafeHtml {
	const troubles = troublesOf(open);
	if (troubles.length === 0) return html`<p class="state good">${texts.healthy}</p>`;
	const counts = {
		notReleased: open.notReleased.count,
		leftUndone: open.leftUndone.count,
		deadLetters: open.deadLetters,
		lateEvents: open.outbox.pending,
	};
	return html`<ul class="state bad">
		${troubles.map((trouble) => {
			const { what, todo } = texts.troubles[trouble];
			return html`<li>
				<strong>${what(formatCount(counts[trouble], reader.language))}</strong> ${todo}
			</li>`;
		})}
	</ul>`;
}

function nowFigures({
	open,
	reader: { language },
	texts: { keys },
}: DashboardSetting): KeyFigure[] {
	const { waiting, notReleased, leftUndone, deadLetters } = open;
	const attention =
		waiting.nobodyAsked +
		waiting.inManualQueue +
		notReleased.count +
		leftUndone.count +
		deadLetters;
	return [
		countFigure(keys.waiting, waiting.count, language),
		countFigure(keys.overdue, waiting.overdue, language, waiting.overdue > 0),
		{ label: keys.oldest, value: formatAge(waiting.oldestAt, open.at, language) },
		{
			...countFigure(keys.attention, attention, language, attention > 0),
			hint: keys.attentionHint,
		},
	];
}

function timeFigures({ figures, reader, texts: { keys } }: DashboardSetting): KeyFigure[] {
	const { language } = reader;
	const { opened, decided } = figures.total;
	const { decisionHours, lateShare } = decided;
	return [
		{
			label: keys.decided,
			value: formatCount(decided.byPeople + decided.byPolicy, language),
			hint: keys.decidedHint(formatCount(decided.byPeople, language)),
		},
		{ label: keys.autoApproved, value: formatShare(opened?.autoApprovedShare ?? null, language) },
		{ label: keys.median, value: formatHours(decisionHours?.p50, language) },
		{ label: keys.p90, value: formatHours(decisionHours?.p90, language) },
		{
			label: keys.late,
			value: formatCount(decided.late, language),
			...(lateShare !== null && { hint: keys.lateHint(formatShare(lateShare, language)) }),
			isBad: decided.late > 0,
		},
	];
}
