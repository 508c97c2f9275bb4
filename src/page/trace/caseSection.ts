import type { ProcessTrace } from '../../domain/insights/processTrace';
import type { Language } from '../../domain/languages';
import { formatDuration } from '../formatInstant';
import { html, type HtmlValue, type SafeHtml } from '../html';
import { wordsOf } from './words/wordsOf';

type CaseOfTrace = ProcessTrace['cases'][number];

/** One case: where it stands, who was asked, and how long each part of its way took. */
export function caseSection(one: CaseOfTrace, language: Language): SafeHtml {
	const words = wordsOf(language);
	const { areaLabel, state, outcome, policy, steps, decidedBy, laps } = one;
	const became = outcome === 'none' ? null : words.outcomes[outcome];
	const decider = one.decidedAt === null ? null : (decidedBy?.name ?? words.byPolicy);
	const lap = (seconds: number | null) =>
		seconds === null ? words.noLap : formatDuration(seconds, language);
	return html`<section class="card">
		<h2>${areaLabel} · ${words.case(one.id)}</h2>
		<p>
			<span class="state ${toneOf(one)}">${words.states[state]}</span>
			${[became, decider].filter(Boolean).join(' · ')}
		</p>
		${figures([
			[words.policy, words.policyOf(policy.id, policy.version)],
			...steps.map(
				({ role, quorum, approvers }) =>
					[words.askedOf(role, quorum), approvers.map(({ name }) => name).join(', ')] as const,
			),
			[words.columns.execution, one.executionId],
		])}
		<h2>${words.laps.title}</h2>
		${figures([
			[words.laps.routing, lap(laps.routing)],
			[words.laps.waiting, lap(laps.waiting)],
			[words.laps.applying, lap(laps.applying)],
			[words.laps.total, lap(laps.total)],
		])}
		<p class="links small"><a href="${one.url}">${words.openCase}</a></p>
	</section>`;
}

/** Names and values beside each other; those without a value are left out. */
export function figures(rows: ReadonlyArray<readonly [string, HtmlValue]>): SafeHtml {
	return html`<dl class="figures">
		${rows
			.filter(([, value]) => isThere(value))
			.map(
				([label, value]) =>
					html`<div>
						<dt>${label}</dt>
						<dd>${value}</dd>
					</div>`,
			)}
	</dl>`;
}

function isThere(value: HtmlValue): boolean {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function toneOf({ state, outcome }: CaseOfTrace): string {
	if (outcome === 'not_released' || state === 'rejected') return 'bad';
	return state === 'approved' ? 'good' : '';
}
