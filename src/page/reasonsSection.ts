import type { CaseView } from '../domain/case/caseView';
import { formatValue } from '../domain/formatValue';
import { operatorWords, type ExplainedOperator } from '../domain/policy/operatorWords';
import type { MatchedRule } from '../domain/policy/policyResult';
import { html, type SafeHtml } from './html';
import { texts } from './texts';

type Comparison = MatchedRule['conditions'][number];

/** Which rules ask for a person, with the values they compared. */
export function reasonsSection({ policy, currency }: CaseView): SafeHtml {
	const { rules, missingFacts } = policy;
	return html`<section class="card">
		<h2>${texts.why}</h2>
		<ul class="rows reasons">
			${rules.map((rule) => reasonRow(rule, currency))}
		</ul>
		${rules.length === 0 && missingFacts.length === 0 && html`<p>${texts.whyNothing}</p>`}
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
		<div class="small muted">${unsaid.map((one) => compared(one, currency)).join(' · ')}</div>
	</li>`;
}

function compared(comparison: Comparison, currency: string | null): string {
	const { fact, operator, value, threshold, unit } = comparison;
	const limits = [threshold].flat().map((one) => formatThreshold(one, unit, currency));
	const relation = isKnown(operator) ? operatorWords[operator] : operator;
	return `${spoken(fact)} ${formatValue(value, unit, currency)}: ${relation} ${limits.join(', ')}`;
}

function formatThreshold(value: unknown, unit: string | null, currency: string | null): string {
	return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
		? formatValue(value, unit, currency)
		: '';
}

function isKnown(operator: string): operator is ExplainedOperator {
	return Object.hasOwn(operatorWords, operator);
}

/** `marginPercent` as people say it: `Margin percent`. */
function spoken(fact: string): string {
	const words = fact.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
