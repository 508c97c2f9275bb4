import type { AnsweringMoment } from '../../../src/domain/case/answering';
import type { CaseEvent } from '../../../src/domain/case/caseEvents';
import { decideExpediting, decideRecall } from '../../../src/domain/case/decideByRequester';
import { decideAbstention, decideForwarding } from '../../../src/domain/case/decideStandingAside';
import { evolve, replay } from '../../../src/domain/case/evolve';
import type { Person } from '../../../src/domain/case/person';
import { ada, ben, event, later, mia, opened, sam, step, subject } from './cases';

const moment = (actor: Person, changes: Partial<AnsweringMoment> = {}): AnsweringMoment => ({
	at: later,
	actor,
	recordCreatorId: null,
	watchedNow: subject.watched,
	isApprovalManager: false,
	...changes,
});
const asked = { caseId: 1, step: 0, round: 1, channel: 'page', reason: null } as const;
const voted = event(
	'voted',
	{
		step: 0,
		round: 1,
		decision: 'approved',
		channel: 'page',
		reason: null,
		reasonCode: null,
		forIds: [],
	},
	ada,
);
const approved = event('approved', { reason: null, reasonCode: null }, ada);

describe('leaving a decision to the others', () => {
	const when = (events: CaseEvent[], actor = ada) =>
		decideAbstention(
			replay(events),
			{ command: 'abstain', actorId: actor.id, ...asked },
			moment(actor),
		);

	it('is recorded, and the others are asked alone', () => {
		const verdict = when([opened()]);
		expect(verdict).toEqual({
			status: 'recorded',
			events: [event('abstained', { step: 0, round: 1, channel: 'page', reason: null }, ada)],
		});
		const [abstained] = verdict.events;
		const after = abstained && evolve(replay([opened()]), abstained);
		expect(after).toMatchObject({ version: 2, steps: [{ approverIds: [ben.id] }] });
	});

	it.each([
		{
			name: 'too few would be left',
			given: [opened({ steps: [step({ quorum: 2 })] })],
			code: 'NOBODY_LEFT',
		},
		{ name: 'it has ended', given: [opened(), voted, approved], code: 'CASE_CLOSED' },
		{
			name: 'they have voted',
			given: [opened({ steps: [step({ quorum: 2 })] }), voted],
			code: 'ALREADY_VOTED',
		},
		{ name: 'they are not asked', given: [opened()], actor: mia, code: 'NOT_ASKED' },
	])('is refused when $name', ({ given, actor, code }) => {
		expect(when(given, actor)).toEqual({ status: 'refused', code, events: [] });
	});
});

describe('forwarding', () => {
	const eligible = opened({ steps: [step({ eligibleIds: [mia.id] })] });
	const when = (events: CaseEvent[], to: Person, changes: Partial<AnsweringMoment> = {}) =>
		decideForwarding(
			replay(events),
			{ command: 'forward', actorId: ada.id, toId: to.id, link: null, ...asked },
			{ ...moment(ada, changes), to },
		);

	it('seats the other in the place of the one', () => {
		const delegations = [{ delegateId: ada.id, forId: 99 }];
		const given = opened({ steps: [step({ eligibleIds: [mia.id], delegations })] });
		const [forwarded] = when([given], mia).events;
		const after = forwarded && evolve(replay([given]), forwarded);

		expect(after).toMatchObject({
			version: 2,
			steps: [{ approverIds: [ben.id, mia.id], delegations: [], eligibleIds: [] }],
		});
	});

	it.each<{ name: string; given: CaseEvent; to: Person; moment?: Partial<AnsweringMoment> }>([
		{ name: 'somebody without the authority', given: opened(), to: mia },
		{
			name: 'whoever requested it',
			given: opened({ steps: [step({ eligibleIds: [sam.id] })] }),
			to: sam,
		},
		{
			name: 'whoever created the record',
			given: eligible,
			to: mia,
			moment: { recordCreatorId: mia.id },
		},
	])('is refused to $name, and that is on record', ({ given, to, moment: changes }) => {
		expect(when([given], to, changes)).toEqual({
			status: 'refused',
			code: 'NOT_ELIGIBLE',
			events: [event('vote_refused', { code: 'NOT_ELIGIBLE' }, ada)],
		});
	});
});

describe('a recall', () => {
	const when = (events: CaseEvent[], actor: Person, reason: string | null) =>
		decideRecall(
			replay(events),
			{ command: 'recall', caseId: 1, actorId: actor.id, channel: 'odoo', reason },
			moment(actor),
		);

	it('ends the case as sent back, in one change', () => {
		const { events } = when([opened()], sam, 'Wrong price');
		expect(events.map(({ type }) => type)).toEqual(['recalled', 'sent_back']);
		expect(replay([opened(), ...events])).toMatchObject({
			state: 'sent_back',
			version: 2,
			decision: { by: sam, reasonCode: 'recalled', reason: 'Wrong price' },
		});
	});

	it.each([
		{ name: 'by somebody else', actor: ada, reason: 'No', code: 'NOT_REQUESTER' },
		{ name: 'without a reason', actor: sam, reason: ' ', code: 'REASON_REQUIRED' },
	])('is refused $name', ({ actor, reason, code }) => {
		expect(when([opened()], actor, reason)).toEqual({ status: 'refused', code, events: [] });
	});

	it('is refused after the end', () => {
		expect(when([opened(), voted, approved], sam, 'No')).toMatchObject({ code: 'CASE_CLOSED' });
	});
});

describe('marking as urgent', () => {
	const when = (events: CaseEvent[], actor: Person, changes: Partial<AnsweringMoment> = {}) =>
		decideExpediting(
			replay(events),
			{ command: 'expedite', caseId: 1, actorId: actor.id, channel: 'odoo', reason: 'Ship waits' },
			moment(actor, changes),
		);

	it.each([
		{ who: 'whoever asked for it', actor: sam },
		{ who: 'whoever is asked', actor: ada },
		{ who: 'an approval manager', actor: mia, changes: { isApprovalManager: true } },
	])('is for $who', ({ actor, changes }) => {
		const { events } = when([opened()], actor, changes);
		expect(replay([opened(), ...events])).toMatchObject({ expedited: true, version: 2 });
	});

	it('is not for others', () => {
		expect(when([opened()], mia)).toMatchObject({ code: 'NOT_ASKED' });
	});

	it('happens once', () => {
		const { events } = when([opened()], sam);
		expect(when([opened(), ...events], ada)).toEqual({ status: 'recorded', events: [] });
	});
});
