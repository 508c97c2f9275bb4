import { formatValue } from '../domain/formatValue';
import { headline } from '../domain/simulation/headline';
import type { ListedCase } from '../domain/simulation/listedCase';
import type { PolicyFigures } from '../domain/simulation/PolicyTally';
import type { SimulationResult } from '../domain/simulation/Simulation';
import type { SimulationSource } from '../domain/simulation/SimulationSource';
import { formatInstant } from './formatInstant';
import { html, type HtmlValue, type SafeHtml } from './html';
import { layout } from './layout';
import { forEachPolicy, policyName } from './simulationReportParts';
import { sheetStyles } from './sheet';
import { reportStyles } from './simulationReportStyles';
import {
	casesTable,
	changesTable,
	faultsTable,
	loadTable,
	missingFactsTable,
	outcomesTable,
	rulesTable,
} from './simulationReportTables';

export interface ReportSetting {
	source: SimulationSource;
	/** What kind of approval it is, such as "Sales order release". */
	areaLabel: string;
	/** IANA zone in which times are shown. */
	zone: string;
}

/** More are in the node's output; nobody reads them on a page. */
const MOST_SHOWN = 200;
/** Analysts read it beside n8n's editor, which speaks English. */
const LANGUAGE = 'en';

/** A simulation as a page of its own, to be read on a screen or on paper. */
export function simulationReport(
	result: SimulationResult,
	listed: readonly ListedCase[],
	setting: ReportSetting,
): string {
	return layout(
		`Policy simulation: ${setting.areaLabel}`,
		html`<style>
				${reportStyles} ${sheetStyles}
			</style>
			${openingSection(result, setting)} ${result.total.cases > 0 && figureSections(result, listed)}
			${result.faults.length > 0 && section('Faults', faultsTable(result.faults))}
			${footer(result, setting)}`,
		LANGUAGE,
	);
}

function openingSection(result: SimulationResult, { source, areaLabel, zone }: ReportSetting) {
	const { period, simulated, compared } = result;
	const facts: Array<[string, HtmlValue]> = [
		[compared ? 'First policy' : 'Policy', policyName(simulated)],
		['Second policy', compared && policyName(compared)],
		['Cases', sourceWords(source)],
		['Filter', source.filter],
		['From', period && formatInstant(period.from, zone, LANGUAGE)],
		['To', period && formatInstant(period.to, zone, LANGUAGE)],
	];
	return html`<section class="card">
		<p class="kind">Policy simulation · ${areaLabel}</p>
		<h1>${headline(result)}</h1>
		<dl class="figures">
			${facts
				.filter(([, value]) => value !== null && value !== '')
				.map(
					([label, value]) =>
						html`<div>
							<dt>${label}</dt>
							<dd>${value}</dd>
						</div>`,
				)}
		</dl>
	</section>`;
}

function sourceWords({ model, found, taken }: SimulationSource): string {
	if (model === null) return `${formatValue(found)} items`;
	const all = `${formatValue(found)} records of ${model}`;
	return taken < found ? `the newest ${formatValue(taken)} of ${all}` : all;
}

function figureSections(result: SimulationResult, listed: readonly ListedCase[]): SafeHtml {
	const { simulated, compared, changes } = result;
	const both = [simulated, compared] as const;
	return html`${section('Outcomes', forEachPolicy(both, outcomesOf))}
	${changes && section('What changes, from the first policy to the second', changesTable(changes))}
	${listed.length > 0 && casesSection(result, listed)}
	${section('Expected load of approvers', forEachPolicy(both, loadTable))}
	${section('Rules', forEachPolicy(both, rulesOf))}
	${section('Missing facts', forEachPolicy(both, missingFactsTable))}`;
}

function section(title: string, contents: HtmlValue): SafeHtml {
	return html`<section class="card">
		<h2>${title}</h2>
		${contents}
	</section>`;
}

function outcomesOf(figures: PolicyFigures): SafeHtml {
	const { sampled } = figures;
	const note = `${formatValue(sampled)} of those that need approval would be approved, and were drawn as a sample.`;
	return html`${outcomesTable(figures)} ${sampled > 0 && html`<p class="small muted">${note}</p>`}`;
}

function rulesOf(figures: PolicyFigures): SafeHtml {
	return html`${rulesTable(figures)}
		<p class="small muted">
			A rule decided alone where the outcome would have been another without it. It was narrowly
			missed where a single number kept it from matching; of such cases there are
			${formatValue(figures.nearMisses)}.
		</p>`;
}

function casesSection(result: SimulationResult, listed: readonly ListedCase[]): SafeHtml {
	const shown = listed.slice(0, MOST_SHOWN);
	const title = listed.every(({ changes }) => changes) ? 'Records that change' : 'Records';
	const others = result.listed + result.leftOut - shown.length;
	const note = `${formatValue(others)} more are not shown here; the output Records has the first ${formatValue(result.listed)}.`;
	return section(
		title,
		html`${casesTable(shown)} ${others > 0 && html`<p class="small muted">${note}</p>`}`,
	);
}

function footer({ simulated, compared, simulatedAt }: SimulationResult, { zone }: ReportSetting) {
	return html`<footer>
		<p>
			Simulated ${formatInstant(simulatedAt, zone, LANGUAGE)}. Nothing was decided. Records are read
			as they are today, each seen from its own date.
		</p>
		${[simulated, compared].map(
			(one) => one && html`<p>Policy ${policyName(one)} <span class="hash">${one.hash}</span></p>`,
		)}
	</footer>`;
}
