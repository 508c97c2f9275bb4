/** In Slack's mrkdwn these three begin links, mentions and channels (`<!channel>`). */
const slackEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for Slack's mrkdwn: what people wrote must not become a mention or a link. */
export function escapeSlack(text: string): string {
	return text.replace(/[&<>]/g, (sign) => slackEntities[sign] ?? sign);
}

/** Text for Markdown: what people wrote must not become a link, an image or markup. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** At most so many characters, the last of them three dots where something was left out. */
export function cut(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
