import {
	watchedFields,
	type RecordEvent,
	type RecordWatch,
} from '../../src/domain/events/recordWatch';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { NeededRule } from '../../src/domain/events/commands';
import { approvalGroups } from '../models/approvalGroups';
import { groups } from '../models/defineModel';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { textIn } from '../orm/rowValues';
import { watchOf } from '../outbox/interests';

type RuleNeeded = Extract<CommandResults['subscribe'], { status: 'rule_needed' }>;

const triggers: Record<Exclude<RecordEvent, 'due'>, string> = {
	created: 'on_create',
	updated: 'on_write',
	reached: 'on_create_or_write',
	deleted: 'on_unlink',
};

/**
 * Makes or mends the automation rule of a subscription. The sandbox keeps of it what decides whether
 * it fires; gives what is needed where the caller may not make it.
 */
export function ensureRule(environment: Environment, subscription: Row): RuleNeeded | null {
	const watch = watchOf(subscription);
	if (!watch || watch.event === 'due') return null;
	const { database } = environment;
	const wanted = wantedRule(textIn(subscription, 'x_key'), watch, triggers[watch.event]);
	const rule = ruleOf(database, subscription);
	const differences = rule ? differencesOf(rule, wanted) : [];
	if (rule && differences.length === 0) return null;
	if (!mayMakeRules(environment)) {
		database.update('x_approval_subscription', subscription.id, { x_needs_rule: true });
		return { status: 'rule_needed', rule: wanted, differences };
	}
	const { fields, ...values } = wanted;
	const made = { ...values, fields: fields.join(), active: true, subscription: subscription.id };
	if (rule) database.update('base.automation', rule.id, made);
	else database.insert('base.automation', made);
	database.update('x_approval_subscription', subscription.id, { x_needs_rule: false });
	return null;
}

/**
 * Takes away the rule of a subscription, unless the caller could not make it again; without its
 * subscription a rule does nothing. Tells whether none is left.
 */
export function removeRule(environment: Environment, subscription: Row): boolean {
	const rule = ruleOf(environment.database, subscription);
	if (!rule) return true;
	const isRemoved = mayMakeRules(environment);
	if (isRemoved) environment.database.remove('base.automation', rule.id);
	return isRemoved;
}

function mayMakeRules(environment: Environment): boolean {
	return environment.isInAny([approvalGroups.ruleMaker, groups.settings]);
}

function ruleOf(database: Database, { id }: Row): Row | undefined {
	return database.rows('base.automation').find((rule) => rule['subscription'] === id);
}

function wantedRule(key: string, watch: RecordWatch, trigger: string): NeededRule {
	return {
		name: `Approvals: ${watch.model} ${watch.event}`,
		model: watch.model,
		trigger,
		fields: [...watchedFields(watch)].sort(),
		code: [
			"write = env.ref('n8n_approvals.action_write_event', raise_if_not_found=False)",
			'if write:',
			'    write.sudo().with_context(approval_write={',
			`        'key': '${key}', 'model': records._name, 'ids': records.ids}).run()`,
		].join('\n'),
	};
}

function differencesOf(rule: Row, wanted: NeededRule): string[] {
	const differences: string[] = [];
	if (rule['active'] !== true) differences.push('it is archived');
	if (rule['model'] !== wanted.model) differences.push(`its model is ${textIn(rule, 'model')}`);
	if (rule['trigger'] !== wanted.trigger)
		differences.push(`its trigger is ${textIn(rule, 'trigger')}`);
	if (rule['fields'] !== wanted.fields.join())
		differences.push(`it watches ${textIn(rule, 'fields') || 'no field'}`);
	return differences;
}
