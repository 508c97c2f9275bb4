import { decisions } from '../../domain/case/vocabulary';
import type { ListedCase } from '../../domain/insights/openCases';
import { formatClock } from '../formatInstant';
import { html, type SafeHtml } from '../html';
import { sheet } from '../sheet';
import { textsOf } from '../texts/textsOf';
import type { DashboardSetting } from './DashboardSetting';
import { formatCount, UNKNOWN } from './formatFigures';
import { countFigure, keyFigures, part } from './parts';
import { caseCell } from './queueSection';

/** As many as are read; the others are in Odoo. */
const MOST_LISTED = 10;

/** What did not keep its time, and what was tried past the rules. */
export function promisesSection(setting: DashboardSetting): SafeHtml {
	const { open, figures, reader, texts } = setting;
	const { promises } = texts;
	const { happened } = figures.total;
	const figure = (label: string, count: number, isBad = false) =>
		countFigure(label, count, reader.language, isBad);
	return part(
		promises.heading,
		html`${keyFigures([
			figure(promises.ranOut, open.breached.count, open.breached.count > 0),
			figure(promises.escalated, happened.escalated),
			figure(promises.exhausted, happened.exhausted),
			figure(promises.inManualQueue, open.waiting.inManualQueue),
			figure(promises.releaseRefused, happened.releaseRefused, happened.releaseRefused > 0),
			figure(promises.voteRefused, happened.voteRefused, happened.voteRefused > 0),
		])}
		${open.breached.count === 0 ? html`<p>${promises.none}</p>` : breachedTable(setting)}`,
	);
}

function breachedTable(setting: DashboardSetting): SafeHtml {
	const { open, reader, texts } = setting;
	const { promises, queue } = texts;
	const listed = open.breached.cases.slice(0, MOST_LISTED);
	const left = open.breached.count - listed.length;
	return html`${sheet(
		[
			{ label: queue.record, isText: true },
			{ label: promises.promised, isText: true },
			{ label: promises.became, isText: true },
		],
		listed.map((one) => [
			caseCell(one, setting),
			one.promisedAt === null ? UNKNOWN : formatClock(one.promisedAt, reader.zone, reader.language),
			becameWords(one, setting),
		]),
	)}
	${left > 0 && html`<p class="small muted">${queue.more(formatCount(left, reader.language))}</p>`}`;
}

function becameWords(
	{ state, decidedBy }: ListedCase,
	{ reader, texts }: DashboardSetting,
): string {
	const decision = decisions.find((known) => known === state);
	const { decided, byPolicy, events } = textsOf(reader.language);
	if (!decision) return state === 'pending' ? texts.promises.stillOpen : events.superseded;
	return texts.promises.by(decided[decision], decidedBy?.name ?? byPolicy);
}
