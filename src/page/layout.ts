import { html, trustedHtml, type HtmlValue } from './html';
import type { Notice } from './notices';
import { styles } from './styles';
import type { Language } from '../domain/languages';
import { textsOf } from './texts/textsOf';

const mark = trustedHtml(
	'<svg viewBox="0 0 60 60" aria-hidden="true"><rect x="6" y="6" width="48" height="48" rx="13" ' +
		'fill="none" stroke="currentColor" stroke-width="5"/><path d="m19 31 8 8 15-17" fill="none" ' +
		'stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);

/**
 * A whole HTML document around the contents of a page.
 * @param head what else stands in its head
 */
export function layout(
	title: string,
	contents: HtmlValue,
	language: Language,
	head: HtmlValue = null,
): string {
	const { product } = textsOf(language);
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<title>${title} · ${product}</title>
				<style>
					${styles}
				</style>
				${head}
			</head>
			<body>
				<header class="top">${mark}<span>${product}</span></header>
				<main>${contents}</main>
			</body>
		</html> `.toString();
}

/** A page that says one thing and shows nothing of a case. */
export function noticePage(notice: Notice, language: Language): string {
	return layout(
		notice.title,
		html`<section class="card notice ${notice.tone}" role="status">
			<h1>${notice.title}</h1>
			<p>${notice.text}</p>
		</section>`,
		language,
	);
}
