import type { Canvas, Position } from './Canvas';

/** Where messages go; each node is one way. */
export const channels = ['Send by Mail', 'Post to Slack', 'Post to Teams'] as const;

/** Nodes that send an item's `message`: mail, and two chats that are off until somebody fills them in. */
export function drawChannels(canvas: Canvas, [left, top]: Position): Canvas {
	const posted = (message: string) => ({
		method: 'POST',
		url: '',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify($json.message.${message}) }}`,
		options: { timeout: 10_000 },
	});
	return canvas
		.own('emailSend', channels[0], [left, top], {
			fromEmail: 'approvals@example.com',
			toEmail: 'operations@example.com',
			subject: '={{ $json.message.subject }}',
			emailFormat: 'both',
			text: '={{ $json.message.text }}',
			html: '={{ $json.message.html }}',
			options: { appendAttribution: false },
		})
		.own('httpRequest', channels[1], [left, top + 224], posted('slack'), { isOff: true })
		.own('httpRequest', channels[2], [left, top + 448], posted('teams'), { isOff: true });
}
