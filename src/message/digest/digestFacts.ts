import type { OpenCases } from '../../domain/insights/openCases';
import { troublesOf } from '../../domain/insights/troubles';
import { formatAmount } from '../../page/formatAmount';
import { formatClock, formatInstant } from '../../page/formatInstant';
import type { MessageContent } from '../MessageContent';
import type { DigestReader } from './DigestReader';
import { wordsOf } from './words/wordsOf';

/** The figures of a digest. The first one says the zone, which holds for all times below. */
export function digestFacts(found: OpenCases, reader: DigestReader): MessageContent['facts'] {
	const { language, zone } = reader;
	const { labels } = wordsOf(language);
	const { oldestAt } = found.waiting;
	const longest = oldestAt === null ? null : formatClock(oldestAt, zone, language);
	return [
		{ label: labels.asOf, value: formatInstant(found.at, zone, language) },
		{ label: labels.waiting, value: waitingWords(found, reader) },
		...(longest === null ? [] : [{ label: labels.longest, value: longest }]),
		{
			label: labels.since(formatClock(found.since, zone, language)),
			value: newsWords(found, reader),
		},
		{ label: labels.machinery, value: machineryWords(found, reader) },
	];
}

/** Whether what people decided, or what Odoo reports, does not get through. */
export function isBroken(found: OpenCases): boolean {
	return troublesOf(found).length > 0;
}

type Say = (count: number) => string;

/** Those that are not 0, each said in words. */
function said(...counts: ReadonlyArray<readonly [count: number, say: Say]>): string[] {
	return counts.filter(([count]) => count > 0).map(([count, say]) => say(count));
}

function waitingWords({ waiting }: OpenCases, { language }: DigestReader): string {
	const words = wordsOf(language);
	if (waiting.count === 0) return words.nothingWaits;
	return [
		words.waits(waiting.count),
		...said(
			[waiting.overdue, words.overdue],
			[waiting.dueToday, words.dueToday],
			[waiting.withoutDueTime, words.withoutDueTime],
			[waiting.inManualQueue, words.inManualQueue],
			[waiting.nobodyAsked, words.nobodyAsked],
		),
	].join(', ');
}

function newsWords({ news, decided, breached }: OpenCases, { language }: DigestReader): string {
	const words = wordsOf(language);
	return [
		words.opened(news.opened),
		words.decided(decided.count),
		...said(
			[decided.byPolicy, words.byPolicy],
			[breached.count, words.ranLate],
			[news.escalated, words.escalated],
			[news.exhausted, words.exhausted],
			[news.releaseRefused, words.releaseRefused],
			[news.voteRefused, words.voteRefused],
		),
	].join(', ');
}

function machineryWords(found: OpenCases, { language }: DigestReader): string {
	const words = wordsOf(language);
	if (!isBroken(found)) return words.nothingBroken;
	const { notReleased, leftUndone, deadLetters, outbox } = found;
	const { late, oldestMinutes } = outbox;
	return [
		...said(
			[notReleased.count, words.notReleased],
			[leftUndone.count, words.leftUndone],
			[deadLetters, words.deadLetters],
		),
		...(late && oldestMinutes !== null
			? [words.lateEvents(formatAmount(Math.round(oldestMinutes), null, language))]
			: []),
	].join(', ');
}
