import type { Effects } from '../../domain/areas/Area';
import type { OwnArea } from '../../domain/areas/ownArea/OwnArea';
import type { Decision } from '../../domain/case/vocabulary';
import { readCode } from '../blueprint/readCode';

/** In this order they make one program. */
const parts = [
	'begin',
	'event_row',
	'trail',
	'case_view',
	'advice',
	'overview',
	'subject',
	'outbox',
	'sweep',
	'subscriptions',
	'delivery',
	'reading',
	'own_areas',
	'gather',
	'people',
	'directory',
	'decide',
	'stand_aside',
	'other_areas',
	'carry_out',
	'calendar',
	'clock',
	'open_case',
	'other_commands',
];

/**
 * What no single method of Odoo does. Each is a function of the same name, told the record and what
 * was proposed; it raises a UserError where the record is not as it has to be.
 */
const programs = [
	'accept_new_dates',
	'apply_count',
	'approve_purchase',
	'archive_bank_account',
	'authorize_return',
	'cancel_bill',
	'cancel_payment',
	'clear_count',
	'expedite_delivery',
	'invoice_delivery',
	'post_bill',
	'put_back',
	'reallocate_stock',
	'release_payment',
	'reschedule_delivery',
	'send_back_purchase',
	'trust_bank_account',
	'withdraw_rush',
];

/** Whether a method of this name is one of ours, whatever Odoo's own of that name would do. */
export function isProgram(method: string): boolean {
	return programs.includes(method);
}

const METHOD_NAME = /^[a-z][a-z0-9_]*$/;

export interface LedgerArea {
	id: string;
	label: string;
	model: string;
	/** Which business method each decision may lead to. */
	methods: ReadonlyArray<{ decision: Decision; method: string }>;
	/** Which records ask for approval, as Odoo writes a domain. */
	domain: string;
	/** Business method that an approval runs; two areas that run the same one release together. */
	release: string;
	/** Set for an area of the house's own. */
	own?: OwnInLedger;
}

/** What the ledger keeps of an area that no n8n package knows. */
export interface OwnInLedger {
	asks: OwnArea['asks'];
	/** Fields that are read and compared, whatever else is. */
	fields: readonly string[];
	effects: Effects;
	/** What is written in place of a method, by the name that stands for it. */
	writes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * The program of the ledger's server action.
 *
 * What it may call is fixed here, when it is installed: a command names a method, and the program
 * knows the methods of the installed areas and no other, each for the decision that it carries out.
 * A rejected case never runs what an approved one would.
 */
export function ledgerCode(areas: readonly LedgerArea[]): string {
	const entries = areas.flatMap(({ model, methods, own }) =>
		methods.map(({ decision, method }) => {
			if (!METHOD_NAME.test(method)) throw new Error(`"${method}" is no method of a record`);
			const key = `('${decision}', ${JSON.stringify(model)}, '${method}')`;
			return `    ${key}: lambda record, proposal: ${callOf(method, own?.writes[method])},`;
		}),
	);
	const labels = Object.fromEntries(areas.map(({ id, label }) => [id, label]));
	return [
		`AREA_LABELS = ${JSON.stringify(labels)}`,
		['BUSINESS_METHODS = {', ...[...new Set(entries)].sort(), '}'].join('\n'),
		['AREA_SUBJECTS = {', ...areas.map(subjectEntry), '}'].join('\n'),
		`OWN_AREAS = ${fromJson(Object.fromEntries(areas.flatMap(({ id, own }) => (own ? [[id, own]] : []))))}`,
		...programs.map((name) => readCode(__dirname, `programs/${name}.py`)),
		...parts.map((part) => readCode(__dirname, `${part}.py`)),
	].join('\n\n');
}

function callOf(method: string, values: Readonly<Record<string, unknown>> | undefined): string {
	if (values) return `record.write(${fromJson(values)})`;
	return isProgram(method) ? `${method}(record, proposal)` : `record.${method}()`;
}

/** A value in Python that is made of JSON; a text in JSON is one in Python too. */
function fromJson(value: unknown): string {
	return `json.loads(${JSON.stringify(JSON.stringify(value))})`;
}

function subjectEntry({ id, model, domain, release }: LedgerArea): string {
	return `    ${JSON.stringify(id)}: (${JSON.stringify(model)}, ${domain}, ${JSON.stringify(release)}),`;
}

/** The part of the ledger that writes events, for the programs that run in somebody's save. */
export function eventRowCode(): string {
	return readCode(__dirname, 'event_row.py');
}

/** The part of the ledger that tells whether what matters of a record is still the same. */
export function subjectCode(): string {
	return [eventRowCode(), readCode(__dirname, 'subject.py')].join('\n\n');
}
