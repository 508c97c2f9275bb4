import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { builtInArea } from '../../src/domain/areas/areas';
import { effectsOn } from '../../src/domain/areas/effectsOn';
import type { CaseFile, Facts, OutcomeSection } from '../../src/domain/case/caseFile';
import type { CaseView } from '../../src/domain/case/caseView';
import { AS_SET_UP, type GivenEffect } from '../../src/domain/case/commands';
import type { Decision, RecordOutcome } from '../../src/domain/case/vocabulary';
import { DomainError } from '../../src/domain/errors';
import type { PolicyOutcome } from '../../src/domain/policy/policyResult';
import { stopClock } from '../../src/domain/sla/slaClock';
import { changeOf, type SlaChange } from '../../src/domain/sla/slaSection';
import { EventMissingError, RecordMissingError } from '../../src/n8n/errors';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { openCommandFrom, sectionsToOpen } from '../../src/n8n/openCommandFrom';
import { parseCaseFile, readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';
import type { Ledger } from '../../src/odoo/ledger/Ledger';

/** What the trail says about an application. */
const texts = z.object({
	recordState: z.string().nullish().catch(null),
	message: z.string().nullish().catch(null),
	reason: z.string().nullish().catch(null),
});

const APPLIED = 0;
const ALREADY_HANDLED = 1;
const CHANGED = 2;
const NOT_RELEASED = 3;

/** Nobody has decided the case yet, so there is nothing to apply. */
export class NotDecidedError extends DomainError {
	readonly code = 'NOT_DECIDED';
}

interface Answer {
	output: number;
	view: CaseView | null;
}

/**
 * Carries a decision out in Odoo: of policy in one call that also opens and decides the case, of
 * people on the case they decided. Doing it again does nothing.
 */
export async function applyDecision(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const file = readCaseFile(context, itemIndex, []);
	const ledger = await ledgerFrom(context, itemIndex);
	const { output, view } =
		file.routing === undefined
			? await applyPolicy(ledger, file)
			: await applyToCase(ledger, file.routing.caseId);
	if (file.event?.topic === 'case') {
		// Only now: a relayed decision that could not be applied is reported again.
		await ledger.execute({ command: 'acknowledge', outboxId: file.event.outboxId });
	}
	if (view === null) return { output, json: withSections(context, itemIndex, {}) };

	const decision = view.decision ?? undefined;
	const outcome = outcomeOf(view, new Date().toISOString());
	return { output, json: withSections(context, itemIndex, { decision, outcome }) };
}

async function applyPolicy(ledger: Ledger, file: CaseFile): Promise<Answer> {
	const complete = parseCaseFile(file, sectionsToOpen);
	const policyDecision = decisionOf(complete.policy.outcome);
	const command = openCommandFrom(complete, {
		steps: [],
		authority: null,
		odooOnly: false,
		bulkAllowed: false,
		resumeUrl: null,
		executionId: null,
		policyDecision,
		effect: effectOn(complete.record.area, complete.facts, policyDecision),
	});

	const answer = await ledger.execute<'open'>(command);
	switch (answer.status) {
		case 'opened':
			return { output: outputOf(answer.case.outcome), view: answer.case };
		case 'already_handled':
			return { output: ALREADY_HANDLED, view: null };
		case 'changed':
			return { output: CHANGED, view: null };
		case 'event_missing':
			throw new EventMissingError(command.outboxId);
		case 'record_missing':
			throw new RecordMissingError(command.model, command.recordId);
	}
}

/** What policy decides on its own. @throws {NotDecidedError} it wants a person to decide */
function decisionOf(outcome: PolicyOutcome): 'approved' | 'rejected' {
	if (outcome === 'auto_approve') return 'approved';
	if (outcome === 'reject') return 'rejected';
	throw new NotDecidedError(
		'The policy asks for a person, and nobody has decided. Connect this item to Approval Route first.',
	);
}

/**
 * Applies what the case in Odoo says was decided, whatever the item says: an item that was edited on
 * its way releases nothing.
 */
async function applyToCase(ledger: Ledger, caseId: number): Promise<Answer> {
	const { case: decided } = await ledger.execute<'show'>({ command: 'show', caseId });
	if (decided.state === 'superseded') return { output: CHANGED, view: decided };

	const command = {
		command: 'apply',
		caseId,
		effect: effectFor(decided),
		clock: stoppedClock(decided),
	} as const;
	const answer = await ledger.execute<'apply'>(command);
	switch (answer.status) {
		case 'applied':
			return { output: outputOf(answer.case.outcome), view: answer.case };
		case 'already_handled':
			return { output: ALREADY_HANDLED, view: decided };
		case 'not_decided':
			throw undecided(answer.case);
	}
}

function effectFor(view: CaseView): GivenEffect {
	const { state } = view;
	if (state === 'pending' || state === 'superseded') throw undecided(view);
	return effectOn(view.area, view.facts, state);
}

/** What an area of the house's own does was fixed in Odoo when it was set up. */
function effectOn(id: string, facts: Facts, decision: Decision): GivenEffect {
	const area = builtInArea(id);
	return area ? effectsOn(area, facts)[decision] : AS_SET_UP;
}

/** When people decided, measured against what the SLA class promised; the ledger counts no hours. */
function stoppedClock({ sla, decision }: CaseView): SlaChange | null {
	if (!sla || sla.stopped || !decision) return null;
	return changeOf(sla, stopClock(sla, decision.at));
}

function undecided({ name }: CaseView): NotDecidedError {
	return new NotDecidedError(`${name} is still waiting for a decision`);
}

function outputOf(outcome: RecordOutcome): number {
	if (outcome === 'changed') return CHANGED;
	return outcome === 'released' || outcome === 'kept' ? APPLIED : NOT_RELEASED;
}

/** What happened to the record, as the trail of the case has it. */
function outcomeOf(view: CaseView, now: string): OutcomeSection {
	const { id, traceId, state, outcome, trail, lastHash } = view;
	const applied = trail.findLast(({ type }) => type === outcome || type === 'superseded');
	const { recordState, message, reason } = texts.parse(applied?.data ?? {});
	return {
		caseId: id,
		traceId,
		state,
		outcome,
		recordState: recordState ?? null,
		message: message ?? reason ?? null,
		at: applied?.at ?? now,
		lastHash,
	};
}
