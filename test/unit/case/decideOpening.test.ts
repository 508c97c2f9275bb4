import {
	decideOpening,
	type KnownCase,
	type OpeningMoment,
	whySuperseded,
} from '../../../src/domain/case/decideOpening';
import type { CommandOf } from '../../../src/domain/case/commands';
import { at, event, later, opened, openCommand, sam } from './cases';

const known = (changes: Partial<KnownCase> = {}): KnownCase => ({
	id: 3,
	state: 'pending',
	outcome: 'none',
	fingerprint: 'f1',
	watched: openCommand().watched,
	facts: openCommand().facts,
	...changes,
});
const fresh = { isAcknowledged: false, isRequested: false, ledTo: null };
const superseded = known({ state: 'superseded', fingerprint: 'f0' });
const rejected = known({ state: 'rejected', outcome: 'kept' });

/** What the opening comes to at this moment. */
function when(moment: Partial<OpeningMoment>, changes: Partial<CommandOf<'open'>> = {}) {
	const command = openCommand(changes);
	return decideOpening(command, {
		at,
		event: fresh,
		newestCase: null,
		watchedNow: command.watched,
		requester: sam,
		...moment,
	});
}

describe('opening a case', () => {
	it('is done when nothing stands against it', () => {
		expect(when({})).toEqual({ status: 'opened', events: [opened()], supersedes: null });
	});

	it('needs no event', () => {
		expect(when({ event: null }, { outboxId: null })).toEqual({
			status: 'opened',
			events: [opened({ outboxId: null })],
			supersedes: null,
		});
	});

	it.each<{ name: string; moment: Partial<OpeningMoment>; supersedesId: number | null }>([
		{
			name: 'after one that was applied',
			moment: { newestCase: known({ state: 'approved', outcome: 'released' }) },
			supersedesId: null,
		},
		{ name: 'after one that was superseded', moment: { newestCase: superseded }, supersedesId: 3 },
		{
			name: 'after a rejection of other content',
			moment: { newestCase: { ...rejected, fingerprint: 'f0' } },
			supersedesId: null,
		},
		{
			name: 'after a rejection, when asked expressly',
			moment: { newestCase: rejected, event: { ...fresh, isRequested: true } },
			supersedesId: null,
		},
	])('is done $name', ({ moment, supersedesId }) => {
		expect(when(moment)).toEqual({
			status: 'opened',
			events: [opened({ supersedesId })],
			supersedes: null,
		});
	});

	it.each<{ name: string; open: KnownCase }>([
		{ name: 'a pending case', open: known({ fingerprint: 'f0' }) },
		{
			name: 'a decided case that was not applied',
			open: known({ state: 'approved', fingerprint: 'f0' }),
		},
	])('supersedes $name of other content', ({ open }) => {
		expect(when({ newestCase: open })).toEqual({
			status: 'opened',
			events: [opened({ supersedesId: 3 })],
			supersedes: open,
		});
	});

	it('supersedes a pending case that asks the same, when asked expressly and more is known', () => {
		const open = known({ facts: { marginPercent: null } });
		const moment = { newestCase: open, event: { ...fresh, isRequested: true } };

		expect(when(moment)).toMatchObject({ status: 'opened', supersedes: open });
		expect(whySuperseded(open, openCommand())).toBe('It is judged anew, by what is known now');
		const other = known({ watched: { ...open.watched, fields: {} } });
		expect(whySuperseded(other, openCommand())).toBe('The record changed');
	});

	it('goes through the event again where the case after its own is void as well', () => {
		const event = { ...fresh, ledTo: superseded };
		const moment = { event, newestCase: { ...superseded, id: 4 } };

		expect(when(moment)).toMatchObject({ status: 'opened', supersedes: null });
	});

	it('goes through the event of a void case again, which keeps that case', () => {
		const moment = { event: { ...fresh, isAcknowledged: true, ledTo: superseded } };

		expect(when(moment)).toMatchObject({
			status: 'opened',
			events: [{ data: { outboxId: null } }],
		});
	});
});

describe('opening nothing', () => {
	it.each<{ name: string; moment: Partial<OpeningMoment>; status: string }>([
		{ name: 'the event is not there', moment: { event: 'missing' }, status: 'event_missing' },
		{ name: 'the record is gone', moment: { watchedNow: null }, status: 'record_missing' },
		{
			name: 'a watched field changed',
			moment: { watchedNow: { ...openCommand().watched, fields: { amount_total: 101 } } },
			status: 'changed',
		},
		{
			name: 'a line changed',
			moment: { watchedNow: { ...openCommand().watched, lines: { order_line: [] } } },
			status: 'changed',
		},
	])('$status: $name', ({ moment, status }) => {
		expect(when(moment)).toEqual({ status });
	});

	it.each<{ name: string; moment: Partial<OpeningMoment>; by: KnownCase | null }>([
		{
			name: 'the event led to a case about this content',
			moment: { event: { ...fresh, ledTo: known() } },
			by: known(),
		},
		{
			name: 'the event led to a case that has ended',
			moment: { event: { ...fresh, ledTo: { ...rejected, fingerprint: 'f0' } } },
			by: { ...rejected, fingerprint: 'f0' },
		},
		{
			name: 'the event was acknowledged',
			moment: { event: { ...fresh, isAcknowledged: true } },
			by: null,
		},
		{ name: 'the open case asks about this content', moment: { newestCase: known() }, by: known() },
		{
			name: 'the open case asks about this content, and nothing more is known',
			moment: { newestCase: known(), event: { ...fresh, isRequested: true } },
			by: known(),
		},
		{
			name: 'this content was decided, and only has to be carried out',
			moment: {
				newestCase: known({ state: 'approved', facts: {} }),
				event: { ...fresh, isRequested: true },
			},
			by: known({ state: 'approved', facts: {} }),
		},
		{
			name: 'the case of its event is void, and a later one was decided',
			moment: {
				event: { ...fresh, ledTo: superseded },
				newestCase: known({ id: 4, state: 'approved', outcome: 'released', fingerprint: 'f2' }),
			},
			by: known({ id: 4, state: 'approved', outcome: 'released', fingerprint: 'f2' }),
		},
		{ name: 'this content was rejected', moment: { newestCase: rejected }, by: rejected },
		{
			name: 'this content was rejected, and nobody asks expressly',
			moment: { newestCase: rejected, event: null },
			by: rejected,
		},
	])('because $name', ({ moment, by }) => {
		expect(when(moment)).toEqual({ status: 'already_handled', by });
	});
});

describe('opening with a decision of policy', () => {
	const reasons = ['Margin is fine', 'Customer is known'];
	const rule = { outcome: 'auto_approve' as const, role: null, slaClass: null, conditions: [] };

	it.each<{ policyDecision: 'approved' | 'rejected'; rules: string[]; reason: string | null }>([
		{ policyDecision: 'approved', rules: [], reason: null },
		{ policyDecision: 'rejected', rules: reasons, reason: 'Margin is fine; Customer is known' },
	])('decides in the name of nobody: $policyDecision', ({ policyDecision, rules, reason }) => {
		const policy = {
			...openCommand().policy,
			rules: rules.map((text, index) => ({ ...rule, id: `r${String(index)}`, reason: text })),
		};
		const decided = { ...event(policyDecision, { reasonCode: null, reason }), at };

		expect(when({}, { policy, policyDecision, steps: [] })).toEqual({
			status: 'opened',
			events: [opened({ policy, steps: [] }), decided],
			supersedes: null,
		});
		expect(decided.at).not.toBe(later);
	});
});
