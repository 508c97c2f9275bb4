import type { CaseView } from '../domain/case/caseView';
import { formatValue } from '../domain/formatValue';
import type { MatchedRule } from '../domain/policy/policyResult';
import { html, type SafeHtml } from './html';
import type { Texts } from './texts/Texts';

/** Which rules ask for a person, with the values they compared. */
export function reasonsSection({ policy, currency }: CaseView, texts: Texts): SafeHtml {
	const { rules, missingFacts, sampled } = policy;
	const isUnexplained = rules.length === 0 && missingFacts.length === 0 && !sampled;
	return html`<section class="card">
		<h2>${texts.why}</h2>
		<ul class="rows reasons">
			${rules.map((rule) => reasonRow(rule, currency))}
		</ul>
		${sampled && html`<p>${texts.whySampled}</p>`}
		${isUnexplained && html`<p>${texts.whyNothing}</p>`}
		${
			missingFacts.length > 0 &&
			html`<p class="small muted">${texts.missingFacts} ${missingFacts.map(spoken).join(', ')}</p>`
		}
	</section>`;
}

/** Comparisons whose value the reason already gives would only say it twice. */
function reasonRow({ reason, conditions }: MatchedRule, currency: string | null): SafeHtml {
	const unsaid = conditions.filter(
		({ value, unit }) => !reason.includes(formatValue(value, unit, currency)),
	);
	return html`<li>
		${reason}
		<div class="small muted">${unsaid.map(({ sentence }) => sentence).join(' · ')}</div>
	</li>`;
}

/** `marginPercent` as people say it: `Margin percent`. */
function spoken(fact: string): string {
	const words = fact.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
