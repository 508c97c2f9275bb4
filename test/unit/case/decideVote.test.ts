import type { AnsweringMoment } from '../../../src/domain/case/answering';
import { decideVote } from '../../../src/domain/case/decideVote';
import type { CaseEvent } from '../../../src/domain/case/caseEvents';
import type { VoteRefusal } from '../../../src/domain/case/commandResults';
import type { CommandOf } from '../../../src/domain/case/commands';
import { replay } from '../../../src/domain/case/evolve';
import type { Person } from '../../../src/domain/case/person';
import { ada, ben, event, later, mia, opened, sam, step, subject } from './cases';

type Vote = Partial<CommandOf<'vote'>> & { by?: Person };

const noGrounds = { reasonCode: null, reason: null };
const twoSteps = [step(), step({ role: 'finance', approverIds: [ada.id, mia.id] })];

const voted = (by: Person, changes: Partial<CommandOf<'vote'>> = {}) => {
	const { step: at = 0, round = 1, decision = 'approved' } = changes;
	const data = { step: at, round, decision, channel: 'page' as const, forIds: [], ...noGrounds };
	return event('voted', data, by);
};

/** What the vote comes to after these events. */
function when(events: CaseEvent[], { by = ada, ...changes }: Vote, moment = {}) {
	const command: CommandOf<'vote'> = {
		command: 'vote',
		caseId: 1,
		actorId: by.id,
		step: 0,
		round: 1,
		decision: 'approved',
		channel: 'page',
		...noGrounds,
		...changes,
	};
	const nobodyElse = { recordCreatorId: null, isApprovalManager: false };
	const { watched: watchedNow } = subject;
	const facts: AnsweringMoment = { at: later, actor: by, watchedNow, ...nobodyElse, ...moment };
	return decideVote(replay(events), command, facts);
}

describe('a vote that counts', () => {
	it('approves when one approval suffices', () => {
		expect(when([opened()], {})).toEqual({
			status: 'recorded',
			events: [voted(ada), event('approved', noGrounds, ada)],
		});
	});

	it.each(['rejected', 'sent_back'] as const)('ends the case alone: %s', (decision) => {
		const grounds = { reasonCode: 'price', reason: 'Too cheap' };
		const given = [opened({ steps: [step({ quorum: 2 })] })];

		expect(when(given, { decision, ...grounds })).toEqual({
			status: 'recorded',
			events: [
				event(
					'voted',
					{ step: 0, round: 1, decision, channel: 'page', forIds: [], ...grounds },
					ada,
				),
				event(decision, grounds, ada),
			],
		});
	});

	it('waits for the quorum', () => {
		const given = [opened({ steps: [step({ quorum: 2 })] })];

		expect(when(given, {})).toEqual({ status: 'recorded', events: [voted(ada)] });
		expect(when([...given, voted(ada)], { by: ben })).toEqual({
			status: 'recorded',
			events: [voted(ben), event('approved', noGrounds, ben)],
		});
	});

	it('leads to the next step when there is one', () => {
		expect(when([opened({ steps: twoSteps })], {})).toEqual({
			status: 'recorded',
			events: [voted(ada), event('step_approved', { step: 0 }, ada)],
		});
	});

	it('approves with the last step', () => {
		const given = [
			opened({ steps: twoSteps }),
			voted(ada),
			event('step_approved', { step: 0 }, ada),
		];
		const vote = { step: 1, round: 2 };

		expect(when(given, { by: mia, ...vote })).toEqual({
			status: 'recorded',
			events: [voted(mia, vote), event('approved', noGrounds, mia)],
		});
	});

	it('counts once when it is said twice, also when it ended the case', () => {
		const nothing = { status: 'recorded', events: [] };
		const waiting = [opened({ steps: [step({ quorum: 2 })] }), voted(ada)];

		expect(when(waiting, {})).toEqual(nothing);
		expect(when([opened(), voted(ada), event('approved', noGrounds, ada)], {})).toEqual(nothing);
	});

	it('ends a case that a manager takes over, whatever its quorum and steps', () => {
		const given = [
			opened({ steps: [step({ quorum: 2 }), step()] }),
			event('exhausted', { level: 1, reason: 'Nobody answered', owner: ben }),
		];
		const verdict = when(given, { by: mia, channel: 'odoo' }, { isApprovalManager: true });

		expect(verdict).toMatchObject({
			status: 'recorded',
			events: [{ type: 'taken_over' }, { type: 'voted' }, { type: 'approved', actor: mia }],
		});
	});
});

describe('a vote that does not count', () => {
	const exhausted = [
		opened(),
		event('exhausted', { level: 1, reason: 'Nobody answered', owner: ben }),
	];

	it.each<{
		name: string;
		given?: CaseEvent[];
		vote?: Vote;
		moment?: Partial<AnsweringMoment>;
		code: VoteRefusal;
	}>([
		{
			name: 'the case is decided',
			given: [opened(), voted(ada), event('approved', noGrounds, ada)],
			vote: { by: ben },
			code: 'CASE_CLOSED',
		},
		{
			name: 'the case is superseded',
			given: [opened(), event('superseded', { reason: 'changed' })],
			code: 'CASE_CLOSED',
		},
		{ name: 'it is of another round', vote: { round: 2 }, code: 'STALE_ROUND' },
		{ name: 'it is of another step', vote: { step: 1 }, code: 'STALE_ROUND' },
		{ name: 'nobody asked them', vote: { by: mia }, code: 'NOT_ASKED' },
		{
			name: 'a manager takes over without a reason before the ladder ends',
			vote: { by: mia, channel: 'odoo' },
			moment: { isApprovalManager: true },
			code: 'REASON_REQUIRED',
		},
		{
			name: 'a manager takes over in Odoo only',
			given: exhausted,
			vote: { by: mia },
			moment: { isApprovalManager: true },
			code: 'NOT_ASKED',
		},
		{
			name: 'only a manager takes over',
			given: exhausted,
			vote: { by: mia, channel: 'odoo' },
			code: 'NOT_ASKED',
		},
		{
			name: 'they said something else before',
			given: [opened({ steps: [step({ quorum: 2 })] }), voted(ada)],
			vote: { decision: 'rejected', reason: 'No' },
			code: 'ALREADY_VOTED',
		},
		{
			name: 'a rejection gives no reason',
			vote: { decision: 'rejected' },
			code: 'REASON_REQUIRED',
		},
		{
			name: 'a rejection gives no kind of reason',
			vote: { decision: 'rejected', reason: 'Too cheap' },
			code: 'REASON_CODE_REQUIRED',
		},
		{
			name: 'the risk is too high for a link',
			given: [opened({ odooOnly: true })],
			vote: { channel: 'link' },
			code: 'ODOO_ONLY',
		},
		{
			name: 'a reason is blank',
			vote: { decision: 'sent_back', reason: ' \n' },
			code: 'REASON_REQUIRED',
		},
	])('$code: $name', ({ given = [opened()], vote = {}, moment = {}, code }) => {
		expect(when(given, vote, moment)).toEqual({ status: 'refused', code, events: [] });
	});
});

describe('a subject that changed since people were asked', () => {
	it.each([
		{ name: 'in what matters', watchedNow: { ...subject.watched, fields: { amount_total: 90 } } },
		{ name: 'and is gone', watchedNow: null },
	])('ends the case: $name', ({ watchedNow }) => {
		expect(when([opened()], {}, { watchedNow })).toEqual({
			status: 'refused',
			code: 'RECORD_CHANGED',
			events: [event('superseded', { reason: 'The record changed' })],
		});
	});
});

describe('the separation of duties', () => {
	const standingIn = ({ id: forId }: Person) =>
		step({ delegations: [{ delegateId: ada.id, forId }] });
	const votedFor = ({ id }: Person) => ({ ...voted(ada).data, forIds: [id] });
	const everyone = step({ approverIds: [sam.id, ada.id, ben.id] });
	const refusal = (by: Person) => ({
		status: 'refused',
		code: 'SEPARATION_OF_DUTIES',
		events: [event('vote_refused', { code: 'SEPARATION_OF_DUTIES' }, by)],
	});

	it.each<{ name: string; given: CaseEvent[]; by: Person; creator?: number; vote?: Vote }>([
		{
			name: 'whoever requested it',
			given: [opened({ steps: [everyone], involvedIds: [] })],
			by: sam,
		},
		{
			name: 'whoever worked on the record',
			given: [opened({ involvedIds: [sam.id, ada.id] })],
			by: ada,
		},
		{ name: 'whoever created the record', given: [opened()], by: ada, creator: ada.id },
		{
			name: 'whoever approved an earlier step',
			given: [opened({ steps: twoSteps }), voted(ada), event('step_approved', { step: 0 }, ada)],
			by: ada,
			vote: { step: 1, round: 2 },
		},
		{
			name: 'whoever stands in for who requested it',
			given: [opened({ steps: [standingIn(sam)] })],
			by: ada,
		},
		{
			name: 'whoever stands in for somebody who approved an earlier step',
			given: [
				opened({ steps: [step({ approverIds: [mia.id] }), standingIn(mia)] }),
				voted(mia),
				event('step_approved', { step: 0 }, mia),
			],
			by: ada,
			vote: { step: 1, round: 2 },
		},
		{
			name: 'somebody in whose place an earlier step was approved',
			given: [
				opened({ steps: [standingIn(mia), step({ approverIds: [mia.id] })] }),
				event('voted', votedFor(mia), ada),
				event('step_approved', { step: 0 }, ada),
			],
			by: mia,
			vote: { step: 1, round: 2 },
		},
	])('keeps out $name, and that is on record', ({ given, by, creator = null, vote = {} }) => {
		expect(when(given, { by, ...vote }, { recordCreatorId: creator })).toEqual(refusal(by));
	});
});
