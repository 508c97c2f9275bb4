import type { AlertKind, ThresholdCheck } from '../../domain/insights/thresholds';
import type { Language } from '../../domain/languages';
import { formatAmount } from '../../page/formatAmount';
import { formatClock, formatInstant } from '../../page/formatInstant';
import { textsOf } from '../../page/texts/textsOf';
import { mailHtml } from '../mailHtml';
import type { MailedMessage } from '../MailedMessage';
import type { MessageContent } from '../MessageContent';
import { readyMessage } from '../readyMessage';
import { alertWordsOf } from './words/alertWordsOf';

/** To whom an alert goes, and what they can open. */
export interface AlertReader {
	language: Language;
	/** IANA zone in which times are written. */
	zone: string;
	/** Where a list of Odoo's web client is. */
	listUrl: (list: AlertList) => string;
}

const lists = {
	oldestWaiting: 'window_cases',
	overdueCases: 'window_overdue',
	deadLetters: 'window_dead_letters',
	outboxLag: 'window_events',
	lateDecisions: 'window_cases',
} as const satisfies Record<AlertKind, string>;
type AlertList = (typeof lists)[AlertKind];

/** The list in Odoo that shows what an alert is about. */
export function alertUrl(alert: AlertKind, { listUrl }: Pick<AlertReader, 'listUrl'>): string {
	return listUrl(lists[alert]);
}

/**
 * What is past its threshold, since when, and what to do; or that it is fine.
 *
 * @param at Odoo's clock, ISO 8601
 */
export function alertMessage(
	check: ThresholdCheck,
	at: string,
	reader: AlertReader,
): MailedMessage {
	const content = contentOf(check, at, reader);
	return { ...readyMessage(content), html: mailHtml(content, reader.language) };
}

function contentOf(
	{ alert, exceeded, value, threshold, since }: ThresholdCheck,
	at: string,
	reader: AlertReader,
): MessageContent {
	const { language, zone } = reader;
	const { labels, kinds } = alertWordsOf(language);
	const words = kinds[alert];
	const title = exceeded && value !== null ? words.exceeded(number(value, language)) : words.fine;
	return {
		title: `${textsOf(language).product}: ${title}`,
		facts: [
			{ label: labels.asOf, value: formatInstant(at, zone, language) },
			...(since === null
				? []
				: [{ label: labels.since, value: formatClock(since, zone, language) }]),
			{ label: labels.threshold, value: words.upTo(number(threshold, language)) },
		],
		reasons: [],
		sections: exceeded ? [{ heading: labels.toDo, lines: [{ link: null, text: words.toDo }] }] : [],
		actions: [{ label: words.list, url: alertUrl(alert, reader) }],
	};
}

/** To a tenth at most: a hundredth of an hour is no news. */
function number(value: number, language: Language): string {
	return formatAmount(value, null, language).replace(/([.,]\d)0$/, '$1');
}
