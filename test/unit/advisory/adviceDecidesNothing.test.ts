import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../../..');

/**
 * Every file that names advice or an extraction at all, and what it does with it. None of them
 * decides: the decisions, the policy, authority, clocks, escalation and every command of the ledger
 * are in files that are not here, and so cannot know what a clerk has said.
 */
const mentions: Readonly<Record<string, string>> = {
	'src/domain/advice/adviceSection.ts': 'its shape',
	'src/domain/advice/extraction.ts': 'its shape',
	'src/domain/advice/adviceProfile.ts': 'what a clerk may be told',
	'src/domain/areas/Area.ts': 'what a clerk may be told',
	'src/domain/case/caseFile.ts': 'the section in the item',
	'src/domain/case/caseEvents.ts': 'the section in the trail',
	'src/domain/case/caseView.ts': 'the section, for the page',
	'src/domain/case/commands.ts': 'the section on its way to Odoo',
	'src/domain/insights/figures.ts': 'counts it',
	'src/domain/insights/figureSections.ts': 'counts it',
	'src/domain/insights/metricFamilies.ts': 'counts it',
	'src/n8n/describeArea.ts': 'what a clerk may be told',
	'src/n8n/openCommandFrom.ts': 'hands the section on to Odoo',
	'src/n8n/readCaseFile.ts': 'which node makes the section',
	'nodes/OdooRecord/gatherFacts.operation.ts': 'takes the section of an earlier round out',
	'src/odoo/blueprint/favourites.ts': 'counts it',
	'src/odoo/blueprint/models/caseModel.ts': 'columns for people and figures',
	'src/odoo/blueprint/views/caseForm.ts': 'shows it',
	'src/odoo/blueprint/views/caseSearch.ts': 'finds cases by it, for people and figures',
	'src/odoo/blueprint/views/caseViews.ts': 'shows it',
	'src/odoo/blueprint/views/domains.ts': 'finds cases by it, for figures',
	'src/odoo/ledger/ledgerCode.ts': 'which parts make the program',
	'src/odoo/ledger/code/advice.py': 'shows it',
	'src/odoo/ledger/code/case_view.py': 'hands the section on to the page',
	'src/odoo/ledger/code/figures.py': 'counts it, in a program that only looks',
	'src/odoo/ledger/code/open_case.py': 'keeps the section, and its columns',
	'src/odoo/ledger/code/overview.py': 'shows it',
	'src/odoo/blueprint/code/advice_disagrees.py': 'compares it once people have decided',
	'sandbox/ledger/caseColumns.ts': 'columns for people and figures',
	'sandbox/ledger/figures.ts': 'counts it',
	'sandbox/models/approvals.ts': 'columns for people and figures',
	'src/page/adviceSection.ts': 'shows it',
	'src/page/approvalPage.ts': 'shows it',
	'src/page/styles.ts': 'shows it',
	'src/page/simulationReportStyles.ts': 'has its colours',
	'src/page/texts/Texts.ts': 'words around it',
	'src/page/texts/de.ts': 'words around it',
	'src/page/texts/en.ts': 'words around it',
	'src/page/texts/es.ts': 'words around it',
	'src/page/texts/fr.ts': 'words around it',
};

/** What of each area a clerk may be told, and the area that has it among its data. */
const profiles = /^src\/domain\/areas\/(\w+)\/(\w+Advice|\1)\.ts$/;

/** Where clerks work; nothing else may import them. */
const clerks = /^(src\/advisory|nodes\/AiSummarize)\//;

function filesUnder(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|py)$/.test(entry.name))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Whether a program names it in its code; comments may speak of what they like. */
function namesAdvice(file: string): boolean {
	const source = readFileSync(join(root, file), 'utf8');
	if (file.endsWith('.py'))
		return /advice|extraction/i.test(source.replaceAll(/#.*|"""[^]*?"""/g, ''));
	const scanner = ts.createScanner(
		ts.ScriptTarget.Latest,
		true,
		ts.LanguageVariant.Standard,
		source,
	);
	for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
		if (/advice|extraction/i.test(scanner.getTokenText())) return true;
	}
	return false;
}

const files = ['src', 'nodes', 'sandbox'].flatMap(filesUnder).filter((file) => !clerks.test(file));

describe('advice decides nothing, since', () => {
	it('nothing knows of it but what carries or shows it', () => {
		const naming = files.filter((file) => namesAdvice(file) && !profiles.test(file));
		expect(naming.sort()).toEqual(Object.keys(mentions).sort());
	});

	it('what decides is not among those', () => {
		const deciding =
			/decide|evolve|answering|resolveApprovers|evaluatePolicy|planEscalation|slaClock|(vote|relay|apply|escalate|route)\w*\.operation|begin\.py|carry_out\.py|clock\.py|stand_aside\.py/i;
		const known = files.filter((file) => deciding.test(file));
		expect(known.length).toBeGreaterThan(20);
		expect(known.filter((file) => Object.hasOwn(mentions, file))).toEqual([]);
	});

	it('the ledger opens a case with it and reads no word of it', () => {
		const source = readFileSync(join(root, 'src/odoo/ledger/code/open_case.py'), 'utf8');
		expect(source.match(/.*advice.*/gi)?.map((line) => line.trim())).toEqual([
			"columns = dict(clock_columns(sla) if sla else {}, **advice_columns(command['advice']))",
		]);
		const view = readFileSync(join(root, 'src/odoo/ledger/code/case_view.py'), 'utf8');
		expect(view.match(/.*advice.*/gi)).toHaveLength(1);
	});

	it('Odoo compares it with a decision that was made, in a field that is only shown and counted', () => {
		const readers = filesUnder('src/odoo').filter((file) =>
			readFileSync(join(root, file), 'utf8').includes('x_advice_disagrees'),
		);
		expect(readers.sort()).toEqual([
			'src/odoo/blueprint/code/advice_disagrees.py',
			'src/odoo/blueprint/models/caseModel.ts',
			'src/odoo/blueprint/views/caseForm.ts',
			'src/odoo/blueprint/views/caseSearch.ts',
			'src/odoo/blueprint/views/caseViews.ts',
			'src/odoo/ledger/code/figures.py',
		]);
	});
});
