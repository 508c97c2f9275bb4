import type { Language } from '../domain/languages';
import { html } from '../page/html';
import type { MessageContent, MessageLine, MessageSection } from './MessageContent';

/** The message as the document of a mail. Styles stand at each element, since mail programs drop others. */
export function mailHtml(content: MessageContent, language: Language): string {
	const { title, facts, reasons, sections, actions } = content;
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>${title}</title>
			</head>
			<body style="margin: 0; padding: 16px; font: 15px/1.5 system-ui, sans-serif">
				<h1 style="margin: 0 0 12px; font-size: 20px">${title}</h1>
				<table style="border-collapse: collapse">
					${facts.map(
						({ label, value }) =>
							html`<tr>
								<th
									scope="row"
									style="padding: 2px 16px 2px 0; text-align: left; vertical-align: top; font-weight: 600"
								>
									${label}
								</th>
								<td style="padding: 2px 0">${value}</td>
							</tr>`,
					)}
				</table>
				${reasons.length > 0 && list(reasons.map((text) => ({ link: null, text })))}
				${sections.map(section)}
				<p style="margin: 20px 0 0">
					${actions.map(({ label, url }) => html`<a href="${url}">${label}</a>&ensp; `)}
				</p>
			</body>
		</html> `.toString();
}

function section({ heading, lines }: MessageSection) {
	return html`<h2 style="margin: 20px 0 4px; font-size: 16px">${heading}</h2>
		${list(lines)}`;
}

function list(lines: readonly MessageLine[]) {
	return html`<ul style="margin: 0; padding-left: 20px">
		${lines.map(
			({ link, text }) =>
				html`<li>${link && html`<a href="${link.url}">${link.label}</a> · `}${text}</li>`,
		)}
	</ul>`;
}
