import type { Person } from '../../domain/case/person';
import type { ListedCase, OpenCases } from '../../domain/insights/openCases';
import { decisions } from '../../domain/case/vocabulary';
import { formatAmount } from '../../page/formatAmount';
import { formatClock } from '../../page/formatInstant';
import { textsOf } from '../../page/texts/textsOf';
import type { MessageLine, MessageSection } from '../MessageContent';
import type { DigestReader } from './DigestReader';
import { wordsOf } from './words/wordsOf';

/** Nobody reads more in a message; all of them are in Odoo. */
const MOST_LINES = 20;
const MOST_NAMES = 3;

/** The lists of a digest; a list without anything in it is left out. */
export function digestSections(found: OpenCases, reader: DigestReader): MessageSection[] {
	const { headings } = wordsOf(reader.language);
	const { waiting, cases, breached, notReleased, leftUndone } = found;
	const today = cases.filter(({ dueToday }) => dueToday === true);
	const later = cases.filter(({ dueToday }) => dueToday !== true);
	const waitingLine = (one: ListedCase) => caseLine(one, waitingWords(one, reader), reader);
	const decidedLine = (one: ListedCase) => caseLine(one, [decisionWords(one, reader)], reader);
	return [
		section(headings.today, waiting.dueToday, today, waitingLine, reader),
		section(headings.ranLate, breached.count, breached.cases, decidedLine, reader),
		section(
			headings.notReleased,
			notReleased.count,
			notReleased.cases,
			(one) => caseLine(one, [one.message ?? ''], reader),
			reader,
		),
		section(headings.leftUndone, leftUndone.count, leftUndone.cases, decidedLine, reader),
		section(headings.waiting, waiting.count - waiting.dueToday, later, waitingLine, reader),
		section(
			headings.people,
			waiting.byApprover.length,
			waiting.byApprover,
			({ person, ...counts }) => countLine(person.name, counts, reader),
			reader,
		),
		section(
			headings.areas,
			waiting.byArea.length,
			waiting.byArea,
			({ label, ...counts }) => countLine(label, counts, reader),
			reader,
		),
	].filter(({ lines }) => lines.length > 0);
}

/** @param count of all there are, of which `listed` are the first */
function section<Listed>(
	heading: string,
	count: number,
	listed: readonly Listed[],
	lineOf: (one: Listed) => MessageLine,
	{ language }: DigestReader,
): MessageSection {
	const lines = listed.slice(0, MOST_LINES).map(lineOf);
	const left = count - lines.length;
	const more = { link: null, text: wordsOf(language).more(left) };
	return { heading, lines: left > 0 ? [...lines, more] : lines };
}

function caseLine(one: ListedCase, details: string[], { language }: DigestReader): MessageLine {
	const { amount, currency, areaLabel, urgent, recordName, url } = one;
	const about = [
		...(urgent ? [textsOf(language).urgent] : []),
		areaLabel,
		...(amount === null ? [] : [formatAmount(amount, currency, language)]),
	];
	return {
		link: { label: onOneLine(recordName), url },
		text: onOneLine([...about, ...details].filter((part) => part !== '').join(' · ')),
	};
}

function waitingWords(one: ListedCase, reader: DigestReader): string[] {
	const { language, zone } = reader;
	const words = wordsOf(language);
	return [
		askedWords(one, reader),
		words.openedOn(formatClock(one.openedAt, zone, language)),
		one.dueAt === null
			? words.noDueTime
			: `${textsOf(language)[one.overdue ? 'wasDue' : 'due']} ${formatClock(one.dueAt, zone, language)}`,
	];
}

/** In the manual queue somebody looks after it, whoever was asked before. */
function askedWords({ owner, approvers }: ListedCase, { language }: DigestReader): string {
	const words = wordsOf(language);
	if (owner) return words.owner(owner.name);
	if (approvers.length === 0) return words.nobody;
	return words.asked(namesOf(approvers, words.others));
}

function namesOf(people: readonly Person[], others: (count: number) => string): string {
	const left = people.length - MOST_NAMES;
	const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
	return [...names, ...(left > 0 ? [others(left)] : [])].join(', ');
}

function decisionWords(one: ListedCase, { language, zone }: DigestReader): string {
	const { state, decidedBy, decidedAt } = one;
	const [words, texts] = [wordsOf(language), textsOf(language)];
	const decision = decisions.find((known) => known === state);
	if (!decision || decidedAt === null) return words.stillOpen;
	const who = decidedBy?.name ?? texts.byPolicy;
	return words.decidedBy(texts.decided[decision], who, formatClock(decidedAt, zone, language));
}

function countLine(
	name: string,
	{ count, overdue }: { count: number; overdue: number },
	{ language }: DigestReader,
): MessageLine {
	const late = overdue > 0 ? `, ${wordsOf(language).overdue(overdue)}` : '';
	return { link: null, text: onOneLine(`${name}: ${count}${late}`) };
}

/** A name may hold anything; in plain text a line of its own could pass for one of ours. */
function onOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
