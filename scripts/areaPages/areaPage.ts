import type { Area, Effects, FactDeclaration } from '../../src/domain/areas/Area';
import type { Effect } from '../../src/domain/case/commands';
import { decisions } from '../../src/domain/case/vocabulary';
import type { Rule } from '../../src/domain/policy/policy';
import { thresholdsOf } from '../../src/domain/policy/policyThresholds';

const outcomeWords = {
	auto_approve: 'released',
	require_approval: 'people decide',
	escalate: 'escalated at once',
	reject: 'refused',
} as const;

const decisionWords = {
	approved: 'Approved',
	rejected: 'Rejected',
	sent_back: 'Sent back',
} as const;

/** What is to be known of an area before its template is imported; Markdown, made of its own data. */
export function areaSection(area: Area): string {
	const { label, code, id, model, modules, rights, trigger, again, guard } = area;
	return [
		`## ${label}`,
		`\`${id}\` (${code}), on \`${model}\`; needs the Odoo modules ${list(modules)}.`,
		`**Asks** when a record is saved that fits \`${oneLine(trigger.domain)}\` and one of ${list(trigger.fields)} changed.${partsOf(area)}${
			again
				? ` One that was released asks again when what mattered has changed (\`${oneLine(again.domain)}\`).`
				: ''
		}`,
		`**Rights.** The integration user has to be in ${list(rights)}, beside _Approval Integration_. With fewer, what may not be read is not known, and people decide.`,
		`**Held.** ${
			guard
				? `_Set Up Odoo_ can have Odoo refuse to everybody what leads to \`${oneLine(guard.domain)}\` while the case is open, or when it was refused${guard.hasOwnGate ? '. Odoo keeps such records back itself, so this is off at first' : ''}.`
				: 'There is no step that could be refused.'
		}`,
		'### Facts',
		table(
			['fact', 'name for policies', 'unit'],
			Object.entries(area.factDeclarations).map(factRow),
		),
		'### Policy at first',
		table(
			['when', 'then', 'asked', 'SLA class'],
			[...area.defaultPolicy.rules.map(ruleRow), otherwise(area)],
		),
		`Limits that can be set in _Policy Evaluate_: ${limits(area)}.`,
		'### What decisions do in Odoo',
		table(['decision', 'method', 'read back'], effectRows(area.effects)),
		...(again
			? [
					'For a record that asks again:',
					table(['decision', 'method', 'read back'], effectRows(again.effects)),
				]
			: []),
	].join('\n\n');
}

function partsOf({ trigger: { parts = [] } }: Area): string {
	return parts
		.map(({ model, fields }) => ` So does a change of ${list(fields)} on \`${model}\`.`)
		.join('');
}

function factRow([name, { label, unit, type }]: [string, FactDeclaration]): string[] {
	return [label, code(name), unit ?? (type === 'number' ? '' : type)];
}

function ruleRow({ reason, outcome, role, slaClass }: Rule): string[] {
	return [plain(reason), outcomeWords[outcome], role ? code(role) : '', slaClass ?? ''];
}

function otherwise({ defaultPolicy: { default: rest } }: Area): string[] {
	const isAsking = rest.outcome !== 'auto_approve';
	return [
		'none of these',
		outcomeWords[rest.outcome],
		isAsking && rest.role ? code(rest.role) : '',
		'',
	];
}

function effectRows(effects: Effects): string[][] {
	return decisions.map((decision) => [
		decisionWords[decision],
		methodOf(effects[decision]),
		readBack(effects[decision]),
	]);
}

function methodOf({ method }: Effect): string {
	return method === null ? 'none: the record stays as it is' : code(method);
}

function readBack({ method, expect }: Effect): string {
	if (method === null) return '';
	if (!expect) return 'checked by the ledger itself';
	return `${code(expect.field)} is ${list(expect.values)}`;
}

function limits({ defaultPolicy }: Area): string {
	const names = thresholdsOf(defaultPolicy).map(({ name, value }) => `${code(name)} (${value})`);
	return names.length === 0 ? 'none' : names.join(', ');
}

/** Facts in a reason stand in pointed brackets. */
function plain(reason: string): string {
	return reason.replaceAll(/\{\{(\w+)\}\}/g, '‹$1›').replaceAll('|', '\\|');
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').replaceAll('[ ', '[');
}

function code(text: string): string {
	return `\`${text}\``;
}

function list(texts: readonly string[]): string {
	return texts.map(code).join(', ');
}

function table(heading: readonly string[], rows: readonly string[][]): string {
	const lines = [heading, heading.map(() => '---'), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
