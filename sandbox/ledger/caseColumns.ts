import {
	askedNow,
	eligibleNow,
	isOpen,
	type ApprovalCase,
} from '../../src/domain/case/ApprovalCase';
import type { AdviceSection, SuggestedAction } from '../../src/domain/advice/adviceSection';
import type { Decision } from '../../src/domain/case/vocabulary';
import type { PolicyResult } from '../../src/domain/policy/policyResult';
import type { SlaSection, StoppedClock } from '../../src/domain/sla/slaSection';
import { odooDateTime } from '../orm/instants';

/** What the row of a case shows of it to people who look in Odoo. */
export function caseColumns(state: ApprovalCase): Record<string, unknown> {
	return {
		...policyColumns(state),
		...decisionColumns(state),
		...clockColumns(state),
		...adviceColumns(state),
		x_state: state.state,
		x_outcome: state.outcome,
		x_open: isOpen(state),
		x_version: state.version,
		x_step: state.step,
		x_round: state.round,
		x_fingerprint: state.fingerprint,
		x_outbox_id: state.outboxId ?? 0,
		x_amount: state.amount ?? 0,
		x_currency: state.currency ?? false,
		x_requester_id: state.requester.id,
		x_approver_ids: askedNow(state),
		x_eligible_ids: eligibleNow(state),
		x_summary: summary(state),
		x_escalation_level: state.escalationLevel,
		x_exhausted: state.exhausted,
		x_owner_id: state.owner?.id ?? false,
		x_expedited: state.expedited,
		x_odoo_only: state.odooOnly,
		x_bulk_allowed: state.bulkAllowed,
		x_execution_id: state.executionId ?? false,
		x_supersedes_id: state.supersedesId ?? false,
		x_document: documentOf(state),
	};
}

function policyColumns({ policy }: ApprovalCase) {
	const { shadow } = policy;
	return {
		x_policy_id: policy.id,
		x_policy_version: policy.version,
		x_policy_hash: policy.hash,
		x_policy_outcome: policy.outcome,
		x_rule: policy.rules.find(({ outcome }) => outcome === policy.outcome)?.id ?? false,
		x_near_miss: policy.nearMisses.length > 0,
		x_risk_score: policy.riskScore,
		x_sampled: policy.sampled,
		x_shadow_outcome: shadow?.outcome ?? false,
		x_shadow_disagrees: shadow !== null && !shadow.agrees,
	};
}

function decisionColumns({ decision, breached }: ApprovalCase) {
	return {
		x_decided_by: decision?.by?.id ?? false,
		x_decided_at: decision ? odooDateTime(decision.at) : false,
		x_reason_code: decision?.reasonCode ?? false,
		x_reason: decision?.reason ?? false,
		x_breached: breached,
	};
}

const noAdvice = {
	x_advice_source: false,
	x_advice_fallback: false,
	x_advice_uncertain: false,
	x_advice_action: false,
	x_advice_disagrees: false,
};

/** Shown to people, and for the figures. */
function adviceColumns({ advice, decision, state }: ApprovalCase) {
	if (!advice) return noAdvice;
	const { source, fallbackReason, uncertain } = advice;
	const action = actionOf(advice);
	const isByPerson = Boolean(decision?.by) && state !== 'superseded';
	return {
		x_advice_source: source,
		x_advice_fallback: fallbackReason ?? false,
		x_advice_uncertain: uncertain,
		x_advice_action: action ?? false,
		x_advice_disagrees: isByPerson && !uncertain && isOtherThan(decision?.decision, action),
	};
}

/** What a model would do; rules advise nothing. */
function actionOf({ source, suggestion }: AdviceSection): SuggestedAction | null {
	return source === 'model' && suggestion ? suggestion.action : null;
}

const answers = { approve: 'approved', reject: 'rejected', send_back: 'sent_back' } as const;

function isOtherThan(decision: Decision | undefined, action: SuggestedAction | null): boolean {
	return action !== null && action !== 'investigate' && answers[action] !== decision;
}

function clockColumns({ sla, policy }: ApprovalCase) {
	if (!sla) return { ...noClock, x_sla_class: policy.slaClass };
	const { stopped } = sla;
	return {
		x_sla_class: sla.class,
		x_warn_at: odooDateTime(sla.warnAt),
		x_due_at: odooDateTime(sla.dueAt),
		x_promised_at: odooDateTime(sla.promisedAt),
		x_late_minutes: stopped?.lateMinutes ?? 0,
		x_promise: stopped ? promiseOf(stopped) : false,
		...pauseColumns(sla),
	};
}

const noClock = {
	x_warn_at: false,
	x_due_at: false,
	x_promised_at: false,
	x_late_minutes: 0,
	x_promise: false,
	x_paused_until: false,
	x_pause_reason: false,
};

function promiseOf({ met, warned }: StoppedClock) {
	if (!met) return 'broken';
	return warned ? 'warned' : 'kept';
}

function pauseColumns({ pauses }: SlaSection) {
	const last = pauses.at(-1);
	const isOn = last !== undefined && last.resumedAt === null;
	return {
		x_paused_until: isOn ? odooDateTime(last.to) : false,
		x_pause_reason: isOn ? last.reason : false,
	};
}

/** What a case keeps as it was given. */
function documentOf(state: ApprovalCase) {
	const { amount, currency, involvedIds, facts, figures, lines } = state;
	const { policy, advice, sla, steps, watched, authority } = state;
	return {
		amount,
		currency,
		involvedIds,
		facts,
		figures,
		lines,
		policy,
		advice,
		sla,
		steps,
		watched,
		authority,
	};
}

const SAMPLED = 'Drawn as a sample: the policy would have approved it.';
const BY_DEFAULT = 'No single rule asks for it; the policy does by default.';
const BY_MODEL = 'Advice from an AI model, which may be wrong and decides nothing:';
const IN_DOUBT = 'The model is not sure of this.';

/** The reasons of the policy, then the clerk's advice: plain text, a line each. */
function summary({ advice, policy }: ApprovalCase): string | false {
	return [...reasons(policy), ...(advice ? adviceLines(advice) : [])].join('\n') || false;
}

function reasons({ sampled, rules, missingFacts, outcome }: PolicyResult): string[] {
	const said = [
		...(sampled ? [SAMPLED] : []),
		...rules.map(({ reason }) => reason),
		...missingFacts.map((name) => `Not known: ${name}`),
	];
	return said.length > 0 || outcome === 'auto_approve' ? said : [BY_DEFAULT];
}

/** A model's words are marked as such; from rules come no reasons, since the policy's stand before. */
function adviceLines({ source, summary: said, uncertain, points }: AdviceSection): string[] {
	const marks = { for: '+', against: '−', question: '?', anomaly: '!' };
	const byModel = source === 'model';
	const lines = points
		.filter(({ kind }) => byModel || kind !== 'against')
		.map(({ kind, text }) => `${marks[kind]} ${text}`);
	return byModel ? ['', BY_MODEL, ...(uncertain ? [IN_DOUBT] : []), said, ...lines] : lines;
}
