import type { CaseView } from '../domain/case/caseView';
import { formatAmount } from '../page/formatAmount';
import { formatInstant } from '../page/formatInstant';
import { escapeMarkdown } from './escapeMarkup';
import type { ReadyMessage } from '../domain/case/readyMessage';
import type { MessageContent } from './MessageContent';
import { slackMessage } from './slackMessage';
import { teamsMessage } from './teamsMessage';

/** To whom a message goes, and what they can open. */
export interface MessageReader {
	/** IANA zone in which times are written. */
	zone: string;
	areaLabel: string;
	/** Their own link; without one they find the case in Odoo. */
	link: string | null;
	/** Where the case is in Odoo's web client. */
	caseUrl: string;
}

/** A message that asks somebody to decide a case, or that tells a channel of it. */
export function messageAbout(view: CaseView, reader: MessageReader): ReadyMessage {
	const content = contentOf(view, reader);
	return {
		subject: content.title,
		text: plainText(content),
		markdown: markdown(content),
		slack: slackMessage(content),
		teams: teamsMessage(content),
	};
}

function contentOf(
	view: CaseView,
	{ zone, areaLabel, link, caseUrl }: MessageReader,
): MessageContent {
	const { recordName, amount, currency, requester, sla, policy, expedited } = view;
	const value = amount === null ? '' : `, ${formatAmount(amount, currency, 'en')}`;
	const due = sla ? [{ label: 'Decide by', value: formatInstant(sla.dueAt, zone, 'en') }] : [];
	const decide = link ? [{ label: 'Look and decide', url: link }] : [];
	return {
		title: `${expedited ? 'Urgent: please' : 'Please'} decide: ${recordName}${value}`,
		facts: [
			{ label: 'Matter', value: areaLabel },
			{ label: 'Requested by', value: requester.name },
			...due,
		],
		reasons: policy.rules.map(({ reason }) => reason),
		actions: [...decide, { label: 'Open in Odoo', url: caseUrl }],
	};
}

function plainText({ title, facts, reasons, actions }: MessageContent): string {
	return [
		title,
		...facts.map(({ label, value }) => `${label}: ${value}`),
		...reasons.map((reason) => `- ${reason}`),
		...actions.map(({ label, url }) => `${label}: ${url}`),
	].join('\n');
}

function markdown({ title, facts, reasons, actions }: MessageContent): string {
	return [
		`**${escapeMarkdown(title)}**`,
		facts
			.map(({ label, value }) => `${escapeMarkdown(label)}: ${escapeMarkdown(value)}`)
			.join('  \n'),
		reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'),
		actions.map(({ label, url }) => `[${label}](${url})`).join(' · '),
	]
		.filter((part) => part !== '')
		.join('\n\n');
}
