import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Gathered } from '../../src/domain/areas/Area';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { fingerprintOf } from '../../src/domain/case/watched';
import { EventMissingError, RecordMissingError } from '../../src/n8n/errors';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, recordUrlFrom } from '../../src/n8n/odooClientFrom';
import { withSections } from '../../src/n8n/withSections';
import { OdooAccessError } from '../../src/odoo/errors';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { readSubject, type Subject } from './gatheredSubject';

const RESULT = 0;
const ALREADY_HANDLED = 1;

/** Odoo 18 reports before it commits; what is not there after these pauses was rolled back. */
const PAUSES_MS = [250, 500, 1000, 2000];

/** Sections that were made from an earlier reading and say nothing about this one. */
const outdated = {
	policy: undefined,
	advice: undefined,
	sla: undefined,
	routing: undefined,
	decision: undefined,
	escalation: undefined,
	outcome: undefined,
};

/** Reads the record that an event is about, in one call, and derives from it what policies compare. */
export async function gatherFacts(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const subject = readSubject(context, itemIndex);
	const { outboxId, area, model, recordId, specification, related } = subject;
	const answer = await gather(await ledgerFrom(context, itemIndex), {
		command: 'gather',
		executionId: context.getExecutionId(),
		...{ outboxId, area, model, recordId, specification, related },
	});
	if (answer.status === 'already_handled') {
		return { output: ALREADY_HANDLED, json: withSections(context, itemIndex, {}) };
	}
	const gathered = subject.gather(answer);
	return {
		output: RESULT,
		json: withSections(context, itemIndex, {
			...outdated,
			...(await sectionsOf(context, itemIndex, { subject, gathered, actorId: answer.actorId })),
		}),
	};
}

async function sectionsOf(
	context: IExecuteFunctions,
	itemIndex: number,
	{ subject, gathered, actorId }: { subject: Subject; gathered: Gathered; actorId: number | null },
) {
	const { area, model, recordId: id } = subject;
	const { name, amount, currency, figures, lines, requester, involvedIds, watched } = gathered;
	const { facts, unknown, proposal } = gathered;
	const url = await recordUrlFrom(context, { model, id }, itemIndex);
	const involved = actorId === null ? involvedIds : [...involvedIds, actorId];
	return {
		record: { area, model, id, name, url, amount, currency, figures, lines },
		requester: { user: requester, involvedIds: [...new Set(involved)] },
		facts,
		unknown,
		proposal,
		watched,
		fingerprint: fingerprintOf(watched),
	};
}

type Answer = Extract<CommandResults['gather'], { status: 'gathered' | 'already_handled' }>;

/** @throws {EventMissingError | RecordMissingError} */
async function gather(
	ledger: Ledger,
	command: Parameters<typeof ledger.execute<'gather'>>[0],
): Promise<Answer> {
	for (const pause of [...PAUSES_MS, null]) {
		const answer = await ledger.execute<'gather'>(command);
		if (answer.status === 'record_missing') {
			throw new RecordMissingError(command.model, command.recordId);
		}
		if (answer.status === 'refused') {
			throw new OdooAccessError(`${command.model}.web_read`, answer.message);
		}
		if (answer.status !== 'event_missing') return answer;
		if (pause !== null) await sleep(pause);
	}
	throw new EventMissingError(command.outboxId);
}
