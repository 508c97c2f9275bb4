import type { Area, Part } from '../../domain/areas/Area';
import { automationRecords, code, codeAction } from './actions';
import type { BlueprintRecord } from './BlueprintRecord';
import { eventRowCode, subjectCode } from '../ledger/ledgerCode';
import type { BlueprintArea } from './blueprint';
import type { OdooDialect } from './OdooDialect';

/** What an area adds: the rule that notices a record which asks, and the button that asks again. */
export function areaRecords(
	area: Pick<BlueprintArea, 'id' | 'label' | 'model' | 'trigger' | 'again' | 'own'>,
	dialect: OdooDialect,
): BlueprintRecord[] {
	const { id, label, model, trigger } = area;
	const subject = { modelNamed: model };
	return [
		...automationRecords(
			{
				name: `area_${id}`,
				title: `Approvals: ${label}`,
				model: subject,
				trigger: 'on_create_or_write',
				narrowed: {
					...filterOf(area),
					trigger_field_ids: { fieldsOf: model, named: trigger.fields },
				},
				code: savedCode(area),
			},
			dialect,
		),
		...(trigger.parts ?? []).flatMap((part) => partRecords(area, part, dialect)),
		codeAction(
			`action_request_${id}`,
			`Request Approval: ${label}`,
			subject,
			code('request_approval.py', { AREA: id }),
			{ binding_model_id: subject },
		),
	];
}

/** The rule that refuses to release a record past its approval. */
export function guardRecords(
	{ id, label, model, guard }: Pick<Area, 'id' | 'label' | 'model' | 'guard'>,
	dialect: OdooDialect,
): BlueprintRecord[] {
	if (!guard) return [];
	return automationRecords(
		{
			name: `guard_${id}`,
			title: `Approvals: Hold (${label})`,
			model: { modelNamed: model },
			trigger: 'on_create_or_write',
			narrowed: {
				filter_domain: guard.domain,
				trigger_field_ids: { fieldsOf: model, named: guard.fields },
			},
			code: [caseAboutCode(id), code('hold.py', { LABEL: label })].join('\n\n'),
		},
		dialect,
	);
}

/** The rule that notices a change in what belongs to a record. */
function partRecords(
	{ id, label, model: subject, trigger }: Pick<Area, 'id' | 'label' | 'model' | 'trigger'>,
	{ model, parent, fields }: Part,
	dialect: OdooDialect,
): BlueprintRecord[] {
	const asking = `ASKING = ${trigger.domain}`;
	const source = trigger.asksInPassing
		? [asking, code('area_passed.py', { AREA: id, MODEL: subject, PARENT: parent })]
		: [asking, code('part_saved.py', { AREA: id, PARENT: parent })];
	return automationRecords(
		{
			name: `area_${id}_${model.replaceAll('.', '_')}`,
			title: `Approvals: ${label} (${model.replaceAll('.', ' ')})`,
			model: { modelNamed: model },
			trigger: 'on_create_or_write',
			narrowed: { trigger_field_ids: { fieldsOf: model, named: fields } },
			code: source.join('\n\n'),
		},
		dialect,
	);
}

/** A domain that either of two finds; each is a single condition, or has its operators before it. */
function either(...domains: readonly [string, string]): string {
	return `['|', ${domains.map((domain) => domain.slice(1, -1)).join(', ')}]`;
}

/** Which saved records the program is run for, where it does not look at all of them itself. */
function filterOf({ trigger, again }: Pick<Area, 'trigger' | 'again'>): { filter_domain?: string } {
	if (trigger.asksInPassing) return {};
	// The program looks again: a record that was released asks only where it has changed.
	return { filter_domain: again ? either(trigger.domain, again.domain) : trigger.domain };
}

function savedCode({
	id,
	model,
	trigger,
	again,
	own,
}: Pick<BlueprintArea, 'id' | 'model' | 'trigger' | 'again' | 'own'>): string {
	if (own)
		return [eventRowCode(), code('own_area_saved.py', { AREA: id, FIELDS: own.fields })].join(
			'\n\n',
		);
	if (trigger.asksInPassing) {
		const passed = code('area_passed.py', { AREA: id, MODEL: model, PARENT: '' });
		return [`ASKING = ${trigger.domain}`, passed].join('\n\n');
	}
	if (!again) return code('area_saved.py', { AREA: id });
	return [
		`ASKING = ${trigger.domain}`,
		`AGAIN = ${again.domain}`,
		caseAboutCode(id),
		code('area_changed.py'),
	].join('\n\n');
}

/** Finds the case about a record, and tells whether the record is as it was then. */
function caseAboutCode(area: string): string {
	return [subjectCode(), code('case_about.py', { AREA: area })].join('\n\n');
}
