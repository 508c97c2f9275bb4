import { html, type SafeHtml } from './html';

/** Evidence that lies somewhere else is a press away; everything else stays text. */
export function textOrLink(text: string): SafeHtml | string {
	if (!isWebAddress(text)) return text;
	return html`<a href="${text}" rel="noreferrer nofollow">${text}</a>`;
}

function isWebAddress(text: string): boolean {
	return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
