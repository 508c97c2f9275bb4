import { formatValue } from '../domain/formatValue';
import { policyOutcomes } from '../domain/policy/policyResult';
import type { Changes } from '../domain/simulation/ChangeTally';
import type { Fault } from '../domain/simulation/FaultTally';
import { reasonsOf, type ListedCase, type Verdict } from '../domain/simulation/listedCase';
import type { Load } from '../domain/simulation/LoadTally';
import type { PolicyFigures } from '../domain/simulation/PolicyTally';
import { html, type HtmlValue, type SafeHtml } from './html';
import { bar, sheet } from './sheet';
import { amountsOf, outcomeLabel, outcomeLabels } from './simulationReportParts';

/** Cases and amounts by outcome. */
export function outcomesTable({ outcomes }: PolicyFigures): SafeHtml {
	return sheet(
		[
			{ label: 'Outcome', isText: true },
			{ label: 'Cases' },
			{ label: 'Share' },
			{ label: 'Amount' },
		],
		outcomes.map((one) => [
			outcomeLabel(one.outcome),
			formatValue(one.cases),
			html`<span>${formatValue(one.share, '%')}${bar(one.share)}</span>`,
			amountsOf(one),
		]),
	);
}

/** From the outcomes of the first policy, line by line, to those of the second. */
export function changesTable({ transitions }: Changes): SafeHtml {
	const columns = policyOutcomes.filter((to) => transitions.some((one) => one.to === to));
	const rows = policyOutcomes.filter((from) => transitions.some((one) => one.from === from));
	return sheet(
		[
			{ label: 'From', isText: true },
			...columns.map((to) => ({ label: `To: ${outcomeLabels[to]}` })),
		],
		rows.map((from) => [
			outcomeLabel(from),
			...columns.map((to) => {
				const found = transitions.find((one) => one.from === from && one.to === to);
				if (!found) return html`<span class="same">0</span>`;
				return html`<span class="${from === to ? 'same' : 'changed'}">
					${from === to ? formatValue(found.cases) : html`<strong>${formatValue(found.cases)}</strong>`}
					<br />${amountsOf(found)}
				</span>`;
			}),
		]),
	);
}

/** How often each rule matched, and what hung on it. */
export function rulesTable({ rules }: PolicyFigures): SafeHtml {
	return sheet(
		[
			{ label: 'Rule', isText: true },
			{ label: 'Outcome', isText: true },
			{ label: 'Matched' },
			{ label: 'Decided alone' },
			{ label: 'Narrowly missed' },
		],
		rules.map((rule) => [
			rule.id,
			outcomeLabel(rule.outcome),
			formatValue(rule.matched),
			formatValue(rule.decidedAlone),
			formatValue(rule.nearMisses),
		]),
	);
}

/** What approvers would have to decide, together and by role. */
export function loadTable({ load }: PolicyFigures): SafeHtml {
	if (load.cases === 0) return html`<p>Nobody would be asked.</p>`;
	const together = load.byRole.length > 1 ? [['All', '', ...loadCells(load)]] : [];
	return sheet(
		[
			{ label: 'Role', isText: true },
			{ label: 'SLA class', isText: true },
			{ label: 'Cases' },
			{ label: 'Share' },
			{ label: 'Per week' },
			{ label: 'Busiest day' },
		],
		[
			...load.byRole.map((one) => [one.role ?? 'no role named', one.slaClass, ...loadCells(one)]),
			...together,
		],
	);
}

function loadCells({ cases, share, perWeek, busiestDay }: Load): HtmlValue[] {
	return [
		formatValue(cases),
		formatValue(share, '%'),
		perWeek === null ? 'no dates' : formatValue(perWeek),
		busiestDay ? `${formatValue(busiestDay.cases)} on ${busiestDay.day}` : 'no dates',
	];
}

/** Cases one by one, each with why it ended as it did. */
export function casesTable(listed: readonly ListedCase[]): SafeHtml {
	const isCompared = listed.some(({ comparedVerdict }) => comparedVerdict !== null);
	const verdicts = isCompared ? ['First policy', 'Second policy'] : ['Outcome'];
	return sheet(
		[
			{ label: 'Record', isText: true },
			{ label: 'Amount' },
			...verdicts.map((label) => ({ label, isText: true })),
		],
		listed.map(({ name, url, amount, currency, verdict, comparedVerdict }) => [
			isAddress(url) ? html`<a href="${url}" rel="noreferrer">${name}</a>` : name,
			html`<span class="amounts">${formatValue(amount, 'money', currency)}</span>`,
			...[verdict, comparedVerdict ?? []].flat().map(verdictCell),
		]),
	);
}

function verdictCell(verdict: Verdict): SafeHtml {
	return html`${outcomeLabel(verdict.outcome)}
		<div class="small">${reasonsOf(verdict)}</div>`;
}

/** An item may bring any text for an address; a link is made of no script. */
function isAddress(url: string | null): url is string {
	return url !== null && /^https?:\/\//i.test(url);
}

export function missingFactsTable({ missingFacts }: PolicyFigures): SafeHtml {
	if (missingFacts.length === 0) return html`<p>No fact was missing.</p>`;
	return sheet(
		[{ label: 'Fact', isText: true }, { label: 'Cases' }],
		missingFacts.map(({ fact, cases }) => [fact, formatValue(cases)]),
	);
}

export function faultsTable(faults: readonly Fault[]): SafeHtml {
	return sheet(
		[{ label: 'Fault', isText: true }, { label: 'Cases' }, { label: 'Such as', isText: true }],
		faults.map(({ message, cases, first }) => [message, formatValue(cases), first.join(', ')]),
	);
}
