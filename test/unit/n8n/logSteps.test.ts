import type { CommandName } from '../../../src/domain/case/commands';
import type { CommandResults } from '../../../src/domain/case/commandResults';
import { logStep } from '../../../src/n8n/logSteps';
import { caseWith } from '../../kit/sampleCase';
import { sampleFile } from '../../kit/sampleFile';
import { sampleTraceId } from '../../kit/sampleTrace';

interface Step {
	command: CommandName;
	answer: CommandResults[CommandName];
	line: string | null;
}

const pending = caseWith({});
const approved = caseWith({ state: 'approved', outcome: 'released' });

/** What is written to n8n's log when the ledger answers so. */
function logged(command: CommandName, answer: CommandResults[CommandName]): unknown[][] {
	const lines: unknown[][] = [];
	const info = (...line: unknown[]) => lines.push(line);
	logStep({ logger: { info } as never, getExecutionId: () => '311' }, command, answer);
	return lines;
}

describe("n8n's log", () => {
	it.each<Step>([
		{
			command: 'open',
			answer: { status: 'opened', case: pending },
			line: 'Approval case opened',
		},
		{
			command: 'open',
			answer: { status: 'opened', case: approved },
			line: 'Approval case decided by policy',
		},
		{
			command: 'wait',
			answer: { status: 'shown', case: pending },
			line: 'Approval case waits for people',
		},
		{ command: 'wait', answer: { status: 'shown', case: approved }, line: null },
		{ command: 'show', answer: { status: 'shown', case: pending }, line: null },
		{
			command: 'vote',
			answer: { status: 'recorded', case: approved },
			line: 'Answer to an approval case recorded',
		},
		{
			command: 'vote',
			answer: { status: 'refused', code: 'NOT_ASKED', case: pending },
			line: null,
		},
		{
			command: 'escalate',
			answer: { status: 'escalated', case: pending },
			line: 'Approval case escalated',
		},
		{ command: 'escalate', answer: { status: 'already_escalated', case: pending }, line: null },
		{
			command: 'apply',
			answer: { status: 'applied', case: approved, recordState: 'sale', message: null },
			line: 'Approval decision applied',
		},
		{ command: 'acknowledge', answer: { status: 'acknowledged' }, line: null },
	])('says of $command, $answer.status: $line', ({ command, answer, line }) => {
		const said = line === null ? [] : [`${line} (case ${pending.id}, trace ${sampleTraceId})`];
		expect(logged(command, answer).map(([text]) => text)).toEqual(said);
	});

	it('leads to the case, the event and the execution, and tells nothing of the record', () => {
		const [[, about] = []] = logged('open', { status: 'opened', case: pending });
		expect(about).toEqual({
			traceId: sampleTraceId,
			caseId: pending.id,
			area: pending.area,
			state: 'pending',
			outcome: 'none',
			executionId: '311',
		});
	});

	it('makes up no id where there is none', () => {
		const [[line] = []] = logged('open', { status: 'opened', case: caseWith({ traceId: null }) });
		expect(line).toBe(`Approval case opened (case ${pending.id}, trace unknown)`);
	});

	it('has a line for every event that was claimed', () => {
		const { event } = sampleFile;
		expect(logged('claim', { status: 'claimed', events: [event, event] })).toEqual(
			[event, event].map(({ traceId, outboxId, area, type, model, recordId }) => [
				`Event of Odoo claimed (event ${outboxId}, trace ${sampleTraceId})`,
				{ traceId, outboxId, area, type, model, recordId },
			]),
		);
	});
});
