import { OdooRecord } from '../../../nodes/OdooRecord/OdooRecord.node';
import { OdooTrigger } from '../../../nodes/OdooTrigger/OdooTrigger.node';
import { PolicyEvaluate } from '../../../nodes/PolicyEvaluate/PolicyEvaluate.node';
import { fieldsIn, tablesOf, typedIn } from '../../kit/pageTables';

const page = tablesOf('own-area.md');

const odooRecord = new OdooRecord().description.properties;
const policyEvaluate = new PolicyEvaluate().description.properties;

/** What the page has somebody type into the nodes. */
export const walkThrough = {
	setUp: {
		ownAreas: { rows: [pairs('Own Areas', fieldsIn(odooRecord, 'ownAreas'))] },
	},
	'Odoo Trigger': pairs('Odoo Trigger', new OdooTrigger().description.properties),
	'Gather Facts': {
		...pairs('Gather Facts', odooRecord, ['Record', 'What Is Read']),
		ownFacts: { rows: rows('Facts', 'Name', fieldsIn(odooRecord, 'ownFacts')) },
		ownOptions: pairs('Gather Facts', fieldsIn(odooRecord, 'ownOptions'), ['Amount Field']),
	},
	'Policy Evaluate': {
		...pairs('Policy Evaluate', policyEvaluate, ['Policy', 'Approval Area', 'Own Area']),
		rules: { rows: rows('Row', 'Row', fieldsIn(policyEvaluate, 'rules')) },
		policySettings: pairs('Policy Evaluate', fieldsIn(policyEvaluate, 'policySettings'), [
			'Otherwise',
		]),
	},
};

function table(name: string) {
	const found = page.find(({ headings }) => headings[0] === name);
	if (!found) throw new Error(`The page has no table "${name}"`);
	return found;
}

/** A table of fields and what goes into them. */
function pairs(
	name: string,
	properties: Parameters<typeof typedIn>[0],
	labels: readonly string[] | null = null,
) {
	const wanted = table(name).rows.filter(([label = '']) => labels?.includes(label) ?? true);
	return Object.fromEntries(
		wanted.map(([label = '', cell = '']) => typedIn(properties, label, cell)),
	);
}

/** A table with a row for each row of a fixed collection; its first column is the field `first`. */
function rows(name: string, first: string, properties: Parameters<typeof typedIn>[0]) {
	const { headings, rows: all } = table(name);
	const labels = [first, ...headings.slice(1)];
	return all.map((cells) =>
		Object.fromEntries(
			cells.flatMap((cell, index) =>
				cell === '' ? [] : [typedIn(properties, labels[index] ?? '', cell)],
			),
		),
	);
}
