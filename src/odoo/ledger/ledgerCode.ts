import { readCode } from '../blueprint/readCode';

/** In this order they make one program. */
const parts = [
	'begin',
	'trail',
	'case_view',
	'overview',
	'subject',
	'outbox',
	'gather',
	'people',
	'decide',
	'carry_out',
	'open_case',
	'other_commands',
];

const METHOD_NAME = /^[a-z][a-z0-9_]*$/;

export interface LedgerArea {
	id: string;
	label: string;
	model: string;
	/** Business methods that a decision may lead to. */
	methods: readonly string[];
}

/**
 * The program of the ledger's server action.
 *
 * What it may call is fixed here, when it is installed: a command names a method, and the program
 * knows the methods of the installed areas and no other.
 */
export function ledgerCode(areas: readonly LedgerArea[]): string {
	const methods = areas.flatMap(({ model, methods }) => methods.map((method) => [model, method]));
	const entries = methods.map(([model = '', method = '']) => {
		if (!METHOD_NAME.test(method)) throw new Error(`"${method}" is no method of a record`);
		return `    (${JSON.stringify(model)}, '${method}'): lambda record: record.${method}(),`;
	});
	const labels = Object.fromEntries(areas.map(({ id, label }) => [id, label]));
	return [
		`AREA_LABELS = ${JSON.stringify(labels)}`,
		['BUSINESS_METHODS = {', ...[...new Set(entries)].sort(), '}'].join('\n'),
		...parts.map((part) => readCode(__dirname, `${part}.py`)),
	].join('\n\n');
}
