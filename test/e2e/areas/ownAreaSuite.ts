import { gatherOwn } from '../../../src/domain/areas/ownArea/gatherOwn';
import type { OwnArea } from '../../../src/domain/areas/ownArea/OwnArea';
import { type OwnReading, specificationOf } from '../../../src/domain/areas/ownArea/OwnReading';
import type { Gathered } from '../../../src/domain/areas/Area';
import type { CaseView } from '../../../src/domain/case/caseView';
import type { CommandOf } from '../../../src/domain/case/commands';
import type { Decision } from '../../../src/domain/case/vocabulary';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { openCommandFor } from '../../contract/ledger/openCommandFor';
import type { AreaStage } from './AreaStage';

/** A record that somebody is asked about. */
export interface Asked {
	gathered: Gathered;
	view: CaseView;
}

/** Sets an area of the house's own up for the suite around it, and walks its records through. */
export function ownAreaSuite(stage: () => AreaStage, area: OwnArea, reading: OwnReading) {
	const listen = async () => {
		await stage().listenFor([area]);
	};
	const silence = async () => {
		await stage().listenFor([]);
	};
	beforeAll(async () => {
		await stage().setUpOwn([area]);
		await listen();
	});
	afterAll(async () => {
		await silence();
		await stage().setUpOwn([]);
	});

	const eventOf = async (id: number) => (await stage().eventsAbout(area, id)).at(-1) ?? null;
	const read = async (id: number, outboxId: number | null): Promise<Gathered> => {
		const answer = await stage().execute<'gather'>({
			command: 'gather',
			...{ outboxId, executionId: null, area: area.id, model: area.model, recordId: id },
			specification: specificationOf(reading),
		});
		if (answer.status !== 'gathered') throw new Error(answer.status);
		const { watched } = answer;
		if (!watched) throw new Error('The area is not known');
		return gatherOwn(reading, { ...answer, watched }, area.model);
	};
	const ask = async (id: number, changes: Partial<CommandOf<'open'>> = {}): Promise<Asked> => {
		const outboxId = await eventOf(id);
		const gathered = await read(id, outboxId);
		const seats = { quorum: 1, delegations: [], eligibleIds: [] };
		const opened = await stage().execute<'open'>(
			openCommandFor(id, gathered, {
				...{ area: area.id, model: area.model, outboxId },
				fingerprint: fingerprintOf(gathered.watched),
				steps: [{ role: 'finance', approverIds: [stage().approverId], ...seats }],
				...changes,
			}),
		);
		if (opened.status !== 'opened') throw new Error(opened.status);
		return { gathered, view: opened.case };
	};
	const vote = async ({ view }: Asked, decision: Decision) =>
		await stage().execute<'vote'>({
			...{ command: 'vote', caseId: view.id, actorId: stage().approverId, decision },
			...{ step: view.step, round: view.round, channel: 'page', reason: 'As discussed' },
			reasonCode: decision === 'rejected' ? 'price' : null,
		});
	const decide = async (asked: Asked, decision: Decision) => {
		expect(await vote(asked, decision)).toMatchObject({ status: 'recorded' });
		const caseId = asked.view.id;
		return await stage().execute<'apply'>({ command: 'apply', caseId, effect: 'as_set_up' });
	};
	return { listen, silence, eventOf, read, ask, vote, decide };
}
