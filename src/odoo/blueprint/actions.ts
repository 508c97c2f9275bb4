import { refusalSentences } from '../../domain/case/refusalSentences';
import { insightsCode } from '../ledger/insightsCode';
import { eventRowCode, ledgerCode, type LedgerArea } from '../ledger/ledgerCode';
import { type BlueprintRecord, ref, type Value } from './BlueprintRecord';
import { createStatement, uniqueIndexes } from './indexes';
import type { OdooDialect } from './OdooDialect';
import { type Constants, readCode } from './readCode';

/** A server action that runs one of our programs. */
export function codeAction(
	name: string,
	title: string,
	model: Value,
	code: string,
	further: Record<string, Value> = {},
): BlueprintRecord {
	return {
		name,
		model: 'ir.actions.server',
		values: { name: title, model_id: model, state: 'code', code, ...further },
	};
}

export interface Automation {
	/** Tail of the external ids of the rule and its action. */
	name: string;
	title: string;
	model: Value;
	trigger: 'on_create' | 'on_create_or_write' | 'on_write' | 'on_unlink';
	/** Columns of `base.automation` that narrow it down. */
	narrowed?: Record<string, Value>;
	code: string;
}

/** An automation rule and the action that it runs. */
export function automationRecords(
	{ name, title, model, trigger, narrowed = {}, code }: Automation,
	{ namesAutomationActions }: OdooDialect,
): BlueprintRecord[] {
	const rule: BlueprintRecord = {
		name: `automation_${name}`,
		model: 'base.automation',
		values: { name: title, model_id: model, trigger, active: true, ...narrowed },
	};
	const action = codeAction(`action_${name}`, title, model, code, {
		usage: 'base_automation',
		base_automation_id: ref(rule.name),
	});
	if (!namesAutomationActions) return [rule, action];
	const { name: given = title, ...values } = action.values;
	return [rule, { ...action, values, onlyAtFirst: { name: given } }];
}

export function code(file: string, constants: Constants = {}): string {
	return readCode(__dirname, file, constants);
}

/** The ledger and everything that runs by itself on our own models. */
export function actionRecords(
	areas: readonly LedgerArea[],
	dialect: OdooDialect,
): BlueprintRecord[] {
	const only = (group: string) => ({ [dialect.groupsField]: { refs: [group] } });
	return [
		codeAction(
			'action_ledger',
			'Approval Ledger',
			ref('model_case'),
			ledgerCode(areas),
			only('group_integration'),
		),
		codeAction(
			'action_insights',
			'Approval Insights',
			ref('model_case'),
			insightsCode(),
			only('group_integration'),
		),
		codeAction(
			'action_indexes',
			'Approval Indexes',
			ref('model_case'),
			code('indexes.py', {
				INDEX_STATEMENTS: uniqueIndexes.map(createStatement),
				INDEX_NAMES: uniqueIndexes.map(({ name }) => name),
			}),
			only('base.group_system'),
		),
		...ownAutomations.flatMap((automation) => automationRecords(automation, dialect)),
		codeAction(
			'action_write_event',
			'Approval Event',
			ref('model_outbox'),
			// Rules run it with all rights. By hand nobody may: it asks for the right to write events.
			[eventRowCode(), code('write_event.py')].join('\n\n'),
		),
		approveTogether(only('group_approver')),
		codeAction('action_replay', 'Replay', ref('model_outbox'), code('replay.py'), {
			binding_model_id: ref('model_outbox'),
			...only('group_manager'),
		}),
		codeAction(
			'action_create_rules',
			'Create Rule',
			ref('model_subscription'),
			code('create_rules.py'),
			only('base.group_system'),
		),
		codeAction(
			'action_stop_listening',
			'Stop Listening',
			ref('model_subscription'),
			code('stop_listening.py'),
			only('base.group_system'),
		),
		redelivery,
	];
}

/** In the menu of the list of cases. */
function approveTogether(further: Record<string, Value>): BlueprintRecord {
	const model = ref('model_case');
	return codeAction(
		'action_approve_selected',
		'Approve Together',
		model,
		code('approve_selected.py'),
		{
			binding_model_id: model,
			binding_view_types: 'list',
			...further,
		},
	);
}

const ownAutomations: Automation[] = [
	{
		name: 'send_event',
		title: 'Approvals: Send Event',
		model: ref('model_outbox'),
		trigger: 'on_create',
		code: code('send_event.py'),
	},
	{
		name: 'record_decision',
		title: 'Approvals: Record Decision',
		model: ref('model_decision'),
		trigger: 'on_create',
		code: code('record_decision.py', { REFUSALS: refusalSentences }),
	},
	{
		name: 'guard_change',
		title: 'Approvals: Trail Is Never Changed',
		model: ref('model_event'),
		trigger: 'on_write',
		code: code('append_only.py'),
	},
	{
		name: 'guard_removal',
		title: 'Approvals: Trail Is Never Deleted',
		model: ref('model_event'),
		trigger: 'on_unlink',
		code: code('append_only.py'),
	},
];

const redelivery: BlueprintRecord = {
	name: 'cron_redeliver',
	model: 'ir.cron',
	values: {
		name: 'Approvals: Send Events Again',
		model_id: ref('model_outbox'),
		state: 'code',
		code: code('redeliver.py'),
		user_id: ref('base.user_root'),
		interval_number: 1,
		interval_type: 'minutes',
		active: true,
	},
};
