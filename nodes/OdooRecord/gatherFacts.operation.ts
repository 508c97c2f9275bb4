import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { findArea } from '../../src/domain/areas/areas';
import type { Area } from '../../src/domain/areas/Area';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { fingerprintOf } from '../../src/domain/case/watched';
import { EventMissingError, RecordMissingError } from '../../src/n8n/errors';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom, recordUrlFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { parseParameters, readParameters } from '../../src/n8n/readParameters';
import { withSections } from '../../src/n8n/withSections';
import { OdooAccessError } from '../../src/odoo/errors';
import type { Ledger } from '../../src/odoo/ledger/Ledger';

const RESULT = 0;
const ALREADY_HANDLED = 1;

/** Odoo 18 reports before it commits; what is not there after these pauses was rolled back. */
const PAUSES_MS = [250, 500, 1000, 2000];

const parameters = z.object({
	source: z.enum(['event', 'record']),
	area: z.string().optional(),
	recordId: z.coerce.number().int().positive().optional(),
});

const namedRecord = z.object({ area: z.string(), recordId: z.number() });

interface Subject {
	/** `null` when somebody asks for a record without an event. */
	outboxId: number | null;
	area: Area;
	recordId: number;
}

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
	const { outboxId, area, recordId } = readSubject(context, itemIndex);
	const { id, model, specification, related } = area;
	const answer = await gather(await ledgerFrom(context, itemIndex), {
		command: 'gather',
		outboxId,
		executionId: context.getExecutionId(),
		model,
		recordId,
		specification,
		related,
	});
	if (answer.status === 'already_handled') {
		return { output: ALREADY_HANDLED, json: withSections(context, itemIndex, {}) };
	}

	const gathered = area.gather(answer, answer.at);
	const { name, amount, currency, figures, lines, requester, involvedIds, watched } = gathered;
	const { facts, unknown, proposal } = gathered;
	const url = await recordUrlFrom(context, { model, id: recordId }, itemIndex);
	const involved = answer.actorId === null ? involvedIds : [...involvedIds, answer.actorId];
	return {
		output: RESULT,
		json: withSections(context, itemIndex, {
			...outdated,
			record: { area: id, model, id: recordId, name, url, amount, currency, figures, lines },
			requester: { user: requester, involvedIds: [...new Set(involved)] },
			facts,
			unknown,
			proposal,
			watched,
			fingerprint: fingerprintOf(watched),
		}),
	};
}

function readSubject(context: IExecuteFunctions, itemIndex: number): Subject {
	const { source, area, recordId } = readParameters(context, itemIndex, parameters);
	if (source === 'record') {
		const named = parseParameters(namedRecord, { area, recordId });
		return { outboxId: null, area: findArea(named.area), recordId: named.recordId };
	}
	const { event } = readCaseFile(context, itemIndex, ['event']);
	return { outboxId: event.outboxId, area: findArea(event.area), recordId: event.recordId };
}

type Gathered = Extract<CommandResults['gather'], { status: 'gathered' | 'already_handled' }>;

/** @throws {EventMissingError | RecordMissingError} */
async function gather(
	ledger: Ledger,
	command: Parameters<typeof ledger.execute<'gather'>>[0],
): Promise<Gathered> {
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
