import type { ListedCase } from '../../domain/insights/openCases';
import { formatAmount } from '../formatAmount';
import { formatClock } from '../formatInstant';
import { html, type SafeHtml } from '../html';
import { sheet } from '../sheet';
import { textsOf } from '../texts/textsOf';
import type { DashboardSetting } from './DashboardSetting';
import { formatAge, formatCount, UNKNOWN } from './formatFigures';
import { part } from './parts';

const MOST_NAMES = 3;

/** What waits now, what is due soonest first, each with the way to it in Odoo. */
export function queueSection(setting: DashboardSetting): SafeHtml {
	const { open, reader, texts } = setting;
	const { queue } = texts;
	const { cases, waiting } = open;
	const left = waiting.count - cases.length;
	return part(
		queue.heading,
		html`${cases.length === 0 ? html`<p>${texts.nothingWaits}.</p>` : casesTable(setting)}
			<p class="small muted">
				${left > 0 && queue.more(formatCount(left, reader.language))}
				<a href="${reader.casesUrl}" rel="noreferrer">${queue.all}</a>
			</p>`,
	);
}

function casesTable(setting: DashboardSetting): SafeHtml {
	const { queue } = setting.texts;
	return sheet(
		[
			{ label: queue.record, isText: true },
			{ label: queue.amount },
			{ label: queue.asked, isText: true },
			{ label: queue.age },
			{ label: queue.due, isText: true },
		],
		setting.open.cases.map((one) => [
			caseCell(one, setting),
			amountOf(one, setting),
			askedWords(one, setting),
			html`<span class="amounts"
				>${formatAge(one.openedAt, setting.open.at, setting.reader.language)}</span
			>`,
			dueCell(one, setting),
		]),
	);
}

/** A case by the record that it is about, with the way to both. */
export function caseCell(one: ListedCase, { reader, texts }: DashboardSetting): SafeHtml {
	const { recordName, recordUrl, url, areaLabel, urgent, headline } = one;
	return html`<span
		><a href="${recordUrl}" rel="noreferrer">${recordName}</a>
		<span class="small"
			>·
			<a href="${url}" rel="noreferrer" aria-label="${`${texts.queue.case} ${recordName}`}"
				>${texts.queue.case}</a
			></span
		>
		${urgent && html`<span class="badge soon">${textsOf(reader.language).urgent}</span>`}
		<span class="under">${[areaLabel, headline].filter(Boolean).join(' · ')}</span></span
	>`;
}

function amountOf({ amount, currency }: ListedCase, { reader }: DashboardSetting): SafeHtml {
	const words = amount === null ? UNKNOWN : formatAmount(amount, currency, reader.language);
	return html`<span class="amounts">${words}</span>`;
}

/** In the manual queue somebody looks after it, whoever was asked before. */
function askedWords({ owner, approvers }: ListedCase, { texts }: DashboardSetting): string {
	const { queue } = texts;
	if (owner) return queue.owner(owner.name);
	if (approvers.length === 0) return queue.nobody;
	const names = approvers.slice(0, MOST_NAMES).map(({ name }) => name);
	const left = approvers.length - names.length;
	return left > 0 ? `${names.join(', ')} +${String(left)}` : names.join(', ');
}

function dueCell(one: ListedCase, { reader, texts: { queue } }: DashboardSetting): SafeHtml {
	const { dueAt, overdue, dueToday } = one;
	if (dueAt === null) return html`<span class="muted">${queue.noDueTime}</span>`;
	const when = formatClock(dueAt, reader.zone, reader.language);
	if (overdue) return html`<span>${when} <span class="badge late">${queue.overdue}</span></span>`;
	return html`<span
		>${when} ${dueToday && html`<span class="badge soon">${queue.today}</span>`}</span
	>`;
}
