import { escapeMarkdown } from './escapeMarkup';
import type { ReadyMessage } from '../domain/case/readyMessage';
import type { MessageContent, MessageSection } from './MessageContent';
import { markdownLine } from './markdownLine';

/** The message as an Adaptive Card, in the envelope that a Teams webhook takes. */
export function teamsMessage(content: MessageContent): ReadyMessage['teams'] {
	const { title, facts, reasons, sections, actions } = content;
	const card = {
		$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
		type: 'AdaptiveCard',
		version: '1.4',
		body: [
			{ ...text(title), size: 'Large', weight: 'Bolder' },
			{
				type: 'FactSet',
				facts: facts.map(({ label, value }) => ({
					title: escapeMarkdown(label),
					value: escapeMarkdown(value),
				})),
			},
			...reasons.map((reason) => text(reason)),
			...sections.flatMap(sectionBlocks),
		],
		actions: actions.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
	};
	const contentType = 'application/vnd.microsoft.card.adaptive';
	return { type: 'message', attachments: [{ contentType, content: card }] };
}

function sectionBlocks({ heading, lines }: MessageSection) {
	const list = lines.map((line) => `- ${markdownLine(line)}`).join('\n');
	return [
		{ ...text(heading), weight: 'Bolder', separator: true, spacing: 'Medium' },
		{ type: 'TextBlock', text: list, wrap: true, spacing: 'Small' },
	];
}

function text(words: string) {
	return { type: 'TextBlock', text: escapeMarkdown(words), wrap: true };
}
