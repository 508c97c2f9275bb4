import type { ReadyMessage } from '../domain/case/readyMessage';
import { escapeMarkdown } from './escapeMarkup';
import type { MessageContent, MessageLine } from './MessageContent';
import { markdownLine } from './markdownLine';
import { slackMessage } from './slackMessage';
import { teamsMessage } from './teamsMessage';

/** A message in every shape that it may be sent in. */
export function readyMessage(content: MessageContent): ReadyMessage {
	return {
		subject: content.title,
		text: plainText(content),
		markdown: markdown(content),
		slack: slackMessage(content),
		teams: teamsMessage(content),
	};
}

function plainText({ title, facts, reasons, sections, actions }: MessageContent): string {
	return [
		title,
		...facts.map(({ label, value }) => `${label}: ${value}`),
		...reasons.map((reason) => `- ${reason}`),
		...sections.flatMap(({ heading, lines }) => ['', heading, ...lines.map(plainLine)]),
		...(sections.length > 0 ? [''] : []),
		...actions.map(({ label, url }) => `${label}: ${url}`),
	].join('\n');
}

function plainLine({ link, text }: MessageLine): string {
	return link ? `- ${link.label} · ${text}\n  ${link.url}` : `- ${text}`;
}

function markdown({ title, facts, reasons, sections, actions }: MessageContent): string {
	return [
		`**${escapeMarkdown(title)}**`,
		facts
			.map(({ label, value }) => `${escapeMarkdown(label)}: ${escapeMarkdown(value)}`)
			.join('  \n'),
		reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n'),
		...sections.flatMap(({ heading, lines }) => [
			`**${escapeMarkdown(heading)}**`,
			lines.map((line) => `- ${markdownLine(line)}`).join('\n'),
		]),
		actions.map(({ label, url }) => `[${label}](${url})`).join(' · '),
	]
		.filter((part) => part !== '')
		.join('\n\n');
}
