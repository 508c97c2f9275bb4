import type { CaseView } from '../domain/case/caseView';
import { adviceSection } from './adviceSection';
import { figuresSection, linesSection } from './contentSections';
import { decisionForm, odooOnlySection, type FormFault } from './decisionForm';
import { html, type SafeHtml } from './html';
import { layout } from './layout';
import type { Notice } from './notices';
import type { PageReader } from './PageReader';
import { peopleSection } from './peopleSection';
import { reasonsSection } from './reasonsSection';
import { subjectSection } from './subjectSection';
import type { Texts } from './texts/Texts';
import { textsOf } from './texts/textsOf';
import { trailSection } from './trailSection';

/**
 * The page on which one approver decides one case; plain HTML that works without JavaScript.
 * @param token of the form, without which an answer does not count
 */
export function approvalPage(
	view: CaseView,
	reader: PageReader,
	token: string,
	fault: FormFault | null = null,
): string {
	const texts = textsOf(reader.language);
	const form = view.odooOnly ? odooOnlySection(reader) : decisionForm(view, reader, token, fault);
	return layout(
		`${texts.form.approve} ${view.recordName}`,
		html`${caseSections(view, reader, texts)}${form}${footer(view, texts)}`,
		reader.language,
	);
}

/** The same case for someone who has nothing to decide on it any more. */
export function casePage(view: CaseView, reader: PageReader, notice: Notice): string {
	const texts = textsOf(reader.language);
	return layout(
		`${notice.title}: ${view.recordName}`,
		html`<section class="card notice ${notice.tone}" role="status">
				<h2>${notice.title}</h2>
				<p>${notice.text}</p>
			</section>
			${caseSections(view, reader, texts)}${footer(view, texts)}`,
		reader.language,
	);
}

function caseSections(view: CaseView, reader: PageReader, texts: Texts): SafeHtml {
	return html`${subjectSection(view, reader)} ${reasonsSection(view, texts)}
	${adviceSection(view.advice, texts)} ${figuresSection(view, texts)} ${linesSection(view, texts)}
	${peopleSection(view, reader)} ${trailSection(view, reader)}`;
}

function footer({ name, policy }: CaseView, texts: Texts): SafeHtml {
	const { id, version, hash } = policy;
	return html`<footer>
		<p>${texts.footer(name)}</p>
		<p>${texts.footerPolicy(id, version, hash.slice(0, 12))}</p>
	</footer>`;
}
