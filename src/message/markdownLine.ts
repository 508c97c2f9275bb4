import { escapeMarkdown } from './escapeMarkup';
import type { MessageLine } from './MessageContent';

/** A line of a list in Markdown. */
export function markdownLine({ link, text }: MessageLine): string {
	const words = escapeMarkdown(text);
	return link ? `[${escapeMarkdown(link.label)}](${link.url}) · ${words}` : words;
}
