import type { AdviceSection } from '../domain/case/caseFile';
import type { CaseView } from '../domain/case/caseView';
import { formatValue } from '../domain/formatValue';
import { operatorWords, type ExplainedOperator } from '../domain/policy/operatorWords';
import type { MatchedRule, PolicyResult } from '../domain/policy/policyResult';
import { formatDistance, formatInstant } from './formatInstant';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import { decisionWords, texts } from './texts';

/** What is asked, by whom, about how much and until when. */
export function subjectSection(view: CaseView, reader: PageReader): SafeHtml {
	const amount = view.amount === null ? null : formatValue(view.amount, 'money', view.currency);
	return html`<section class="card">
		<p class="kind">${reader.areaLabel}</p>
		<div class="headline">
			<h1>${view.recordName}</h1>
			${amount && html`<p class="amount">${amount}</p>`}
		</div>
		<p class="muted">
			${texts.requestedBy}
			${view.requester.name}${
				reader.recordUrl &&
				html` · <a href="${reader.recordUrl}" rel="noreferrer">${texts.openInOdoo}</a>`
			}
		</p>
		${dueLine(view, reader)}
	</section>`;
}

function dueLine({ sla, state }: CaseView, { now, zone }: PageReader): SafeHtml | null {
	if (!sla || state !== 'pending') return null;
	const at = Date.parse(now);
	const isLate = at >= Date.parse(sla.dueAt);
	const tone = isLate ? 'late' : at >= Date.parse(sla.warnAt) ? 'soon' : '';
	return html`<p class="due ${tone}">
		${isLate ? texts.wasDue : texts.due} <strong>${formatInstant(sla.dueAt, zone)}</strong>,
		${formatDistance(sla.dueAt, now)}
	</p>`;
}

/** Which rules ask for a person, with the values they compared. */
export function reasonsSection({ policy, currency }: CaseView): SafeHtml {
	return html`<section class="card">
		<h2>${texts.why}</h2>
		<ul class="rows reasons">
			${policy.rules.map((rule) => reasonRow(rule, currency))}
		</ul>
		${policy.rules.length === 0 && policy.missingFacts.length === 0 && html`<p>${texts.whyNothing}</p>`}
		${missingFacts(policy)}
	</section>`;
}

function reasonRow({ reason, conditions }: MatchedRule, currency: string | null): SafeHtml {
	const compared = conditions.map(({ fact, operator, value, threshold, unit }) => {
		const limit = [threshold]
			.flat()
			.map((one) => formatThreshold(one, unit, currency))
			.join(', ');
		return `${spoken(fact)} ${formatValue(value, unit, currency)}: ${wordsOf(operator)} ${limit}`;
	});
	return html`<li>
		${reason}
		<div class="small muted">${compared.join(' · ')}</div>
	</li>`;
}

function missingFacts({ missingFacts: names }: PolicyResult): SafeHtml | false {
	if (names.length === 0) return false;
	return html`<p class="small muted">${texts.missingFacts} ${names.map(spoken).join(', ')}</p>`;
}

function formatThreshold(value: unknown, unit: string | null, currency: string | null): string {
	return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
		? formatValue(value, unit, currency)
		: '';
}

function wordsOf(operator: string): string {
	return isKnown(operator) ? operatorWords[operator] : operator;
}

function isKnown(operator: string): operator is ExplainedOperator {
	return Object.hasOwn(operatorWords, operator);
}

/** `marginPercent` as people say it: `Margin percent`. */
function spoken(fact: string): string {
	const words = fact.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Figures worth a look, and the lines of the document. */
export function contentSections({ figures, lines }: CaseView): SafeHtml[] {
	const { columns, rows } = lines;
	return [
		...(figures.length === 0
			? []
			: [
					html`<section class="card">
						<h2>${texts.figures}</h2>
						<dl class="figures">
							${figures.map(
								({ label, value }) =>
									html`<div>
										<dt>${label}</dt>
										<dd>${value}</dd>
									</div>`,
							)}
						</dl>
					</section>`,
				]),
		...(rows.length === 0
			? []
			: [
					html`<section class="card">
						<h2>${texts.lines}</h2>
						<table>
							<thead>
								<tr>
									${columns.map((column) => html`<th scope="col">${column}</th>`)}
								</tr>
							</thead>
							<tbody>
								${rows.map(
									(row) =>
										html`<tr>
											${row.map(
												(cell, index) => html`<td data-label="${columns[index]}">${cell}</td>`,
											)}
										</tr>`,
								)}
							</tbody>
						</table>
					</section>`,
				]),
	];
}

/** Advice, always marked as such. */
export function adviceSection(advice: AdviceSection | null): SafeHtml | null {
	if (!advice) return null;
	const isByModel = advice.source === 'model';
	return html`<section class="card advice">
		<h2>${isByModel ? texts.adviceByModel : texts.adviceByRules}</h2>
		<p>${advice.summary}</p>
		${
			advice.points.length > 0 &&
			html`<ul class="rows">
				${advice.points.map(
					({ kind, text }) => html`<li><span class="tag">${texts.points[kind]}</span> ${text}</li>`,
				)}
			</ul>`
		}
		${
			isByModel &&
			html`<p class="small muted">
				${texts.adviceByModelNote}${
					advice.confidence !== null &&
					` ${texts.confidence} ${Math.round(advice.confidence * 100)} %.`
				}
			</p>`
		}
	</section>`;
}

/** Who else is asked, how many have to approve, and who has answered. */
export function peopleSection(view: CaseView, reader: PageReader): SafeHtml | null {
	const { approvers, votes, steps, step } = view;
	if (approvers.length === 0) return null;
	const quorum = steps[step]?.quorum ?? 1;
	return html`<section class="card">
		<h2>${texts.people}</h2>
		<ul class="rows">
			${approvers.map(({ id, name }) => {
				const vote = votes.find(({ actor }) => actor.id === id);
				return html`<li>
					${name}${id === reader.actorId && html` <span class="muted">(${texts.you})</span>`}${
						vote &&
						html` <span class="muted">${texts.hasVoted(decisionWords[vote.decision])}</span>`
					}
				</li>`;
			})}
		</ul>
		<p class="small muted">
			${quorum === 1 ? texts.quorumOne : texts.quorum(quorum, approvers.length)}
		</p>
	</section>`;
}
