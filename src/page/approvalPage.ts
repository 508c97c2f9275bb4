import type { CaseView } from '../domain/case/caseView';
import { adviceSection } from './adviceSection';
import { figuresSection, linesSection } from './contentSections';
import { decisionForm, type FormFault } from './decisionForm';
import { html, type SafeHtml } from './html';
import { layout } from './layout';
import type { Notice } from './notices';
import type { PageReader } from './PageReader';
import { peopleSection } from './peopleSection';
import { reasonsSection } from './reasonsSection';
import { subjectSection } from './subjectSection';
import { texts } from './texts';
import { trailSection } from './trailSection';

/** The page on which one approver decides one case; plain HTML that works without JavaScript. */
export function approvalPage(
	view: CaseView,
	reader: PageReader,
	fault: FormFault | null = null,
): string {
	return layout(
		`${texts.approve} ${view.recordName}`,
		html`${caseSections(view, reader)}${decisionForm(fault)}${footer(view)}`,
	);
}

/** The same case for someone who has nothing to decide on it any more. */
export function casePage(view: CaseView, reader: PageReader, notice: Notice): string {
	return layout(
		`${notice.title}: ${view.recordName}`,
		html`<section class="card notice ${notice.tone}" role="status">
				<h2>${notice.title}</h2>
				<p>${notice.text}</p>
			</section>
			${caseSections(view, reader)}${footer(view)}`,
	);
}

function caseSections(view: CaseView, reader: PageReader): SafeHtml {
	return html`${subjectSection(view, reader)} ${reasonsSection(view)} ${adviceSection(view.advice)}
	${figuresSection(view)} ${linesSection(view)} ${peopleSection(view, reader)}
	${trailSection(view, reader.zone)}`;
}

function footer({ name, policy }: CaseView): SafeHtml {
	return html`<footer>
		<p>${texts.footer(name)}</p>
		<p>${texts.footerPolicy(policy.id, policy.version, policy.hash)}</p>
	</footer>`;
}
