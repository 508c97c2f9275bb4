import { cut, escapeSlack } from './escapeMarkup';
import type { ReadyMessage } from '../domain/case/readyMessage';
import type { MessageContent, MessageLine, MessageSection } from './MessageContent';

/** What Slack takes at most (Block Kit reference). */
const most = {
	header: 150,
	text: 3_000,
	fields: 10,
	field: 2_000,
	button: 75,
	url: 3_000,
	/** Of the fifty blocks of a message. */
	sections: 40,
};

/** The message as Slack's blocks. */
export function slackMessage(content: MessageContent): ReadyMessage['slack'] {
	const { title, facts, reasons, sections, actions } = content;
	const why = reasons.map((reason) => `• ${escapeSlack(reason)}`).join('\n');
	const fitting = actions.filter(({ url }) => url.length <= most.url);
	return {
		text: escapeSlack(title),
		blocks: [
			{ type: 'header', text: { type: 'plain_text', text: cut(title, most.header) } },
			...(facts.length > 0 ? [factsBlock(facts)] : []),
			...(why ? [{ type: 'section', text: mrkdwn(cut(why, most.text)) }] : []),
			...sections.slice(0, most.sections).map(sectionBlock),
			...(fitting.length > 0 ? [actionsBlock(fitting)] : []),
		],
	};
}

function factsBlock(facts: MessageContent['facts']) {
	const fields = facts
		.slice(0, most.fields)
		.map(({ label, value }) =>
			mrkdwn(cut(`*${escapeSlack(label)}*\n${escapeSlack(value)}`, most.field)),
		);
	return { type: 'section', fields };
}

/** Lines that no longer fit are left out whole, so that no link is cut in two. */
function sectionBlock({ heading, lines }: MessageSection) {
	let text = `*${escapeSlack(cut(heading, most.header))}*`;
	for (const line of lines.map(slackLine)) {
		const longer = `${text}\n${line}`;
		if (longer.length > most.text - 2) return { type: 'section', text: mrkdwn(`${text}\n…`) };
		text = longer;
	}
	return { type: 'section', text: mrkdwn(text) };
}

function slackLine({ link, text }: MessageLine): string {
	if (!link) return `• ${escapeSlack(text)}`;
	return `• <${slackUrl(link.url)}|${escapeSlack(link.label)}> · ${escapeSlack(text)}`;
}

/** The bar would end the address. */
function slackUrl(url: string): string {
	return escapeSlack(url).replaceAll('|', '%7C');
}

function actionsBlock(actions: MessageContent['actions']) {
	const elements = actions.map(({ label, url }, index) => ({
		type: 'button',
		text: { type: 'plain_text', text: cut(label, most.button) },
		url,
		...(index === 0 && { style: 'primary' }),
	}));
	return { type: 'actions', elements };
}

function mrkdwn(text: string) {
	return { type: 'mrkdwn', text };
}
