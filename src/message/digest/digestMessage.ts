import type { OpenCases } from '../../domain/insights/openCases';
import { textsOf } from '../../page/texts/textsOf';
import { mailHtml } from '../mailHtml';
import type { MailedMessage } from '../MailedMessage';
import type { MessageContent } from '../MessageContent';
import { readyMessage } from '../readyMessage';
import { digestFacts, isBroken } from './digestFacts';
import type { DigestReader } from './DigestReader';
import { digestSections } from './digestSections';
import { wordsOf } from './words/wordsOf';

/** What waits, what went wrong and what is broken, for whoever looks after it in the morning. */
export function digestMessage(found: OpenCases, reader: DigestReader): MailedMessage {
	const content = contentOf(found, reader);
	return { ...readyMessage(content), html: mailHtml(content, reader.language) };
}

function contentOf(found: OpenCases, reader: DigestReader): MessageContent {
	const { language, casesUrl, deadLettersUrl, dashboardUrl } = reader;
	const words = wordsOf(language);
	const deadLetters = { label: words.deadLetterList, url: deadLettersUrl };
	return {
		title: `${textsOf(language).product}: ${titleOf(found, reader)}`,
		facts: digestFacts(found, reader),
		reasons: [],
		sections: digestSections(found, reader),
		actions: [
			{ label: words.cases, url: casesUrl },
			...(dashboardUrl === null ? [] : [{ label: words.dashboard, url: dashboardUrl }]),
			...(found.deadLetters > 0 ? [deadLetters] : []),
		],
	};
}

/** The short of it, as the subject of a mail: an empty list is said too. */
function titleOf(found: OpenCases, { language }: DigestReader): string {
	const words = wordsOf(language);
	const { count, overdue } = found.waiting;
	return [
		count === 0 ? words.nothingWaits : words.waits(count),
		...(overdue > 0 ? [words.overdue(overdue)] : []),
		...(isBroken(found) ? [words.somethingBroken] : []),
	].join(', ');
}
