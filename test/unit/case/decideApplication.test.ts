import { replay } from '../../../src/domain/case/evolve';
import type { CaseEvent } from '../../../src/domain/case/caseEvents';
import type { Effect } from '../../../src/domain/case/commands';
import {
	concludeAttempt,
	decideApplication,
	type SubjectNow,
} from '../../../src/domain/case/decideApplication';
import { ada, event, later, opened } from './cases';

const noGrounds = { reasonCode: null, reason: null };
const confirm: Effect = {
	method: 'action_confirm',
	context: {},
	expect: { field: 'state', values: ['sale', 'done'] },
};
const leave: Effect = { method: null, context: {}, expect: null };
const unchanged: SubjectNow = { state: 'sent', watched: opened().data.watched };

const approved = [opened(), event('approved', noGrounds, ada)];
const rejected = [opened(), event('rejected', { reasonCode: null, reason: 'No' }, ada)];
const ended = (type: 'released' | 'kept' | 'not_released') =>
	event(type, { recordState: null, message: null });

/** What applying comes to after these events. */
function when(events: CaseEvent[], effect = confirm, subject: SubjectNow | null = unchanged) {
	return decideApplication(replay(events), effect, { at: later, subject });
}

describe('applying a decision', () => {
	it.each<{ name: string; given: CaseEvent[]; status: string }>([
		{ name: 'nobody has decided', given: [opened()], status: 'not_decided' },
		{ name: 'it was released', given: [...approved, ended('released')], status: 'already_handled' },
		{ name: 'it was kept', given: [...rejected, ended('kept')], status: 'already_handled' },
		{
			name: 'it is superseded',
			given: [opened(), event('superseded', { reason: 'changed' })],
			status: 'already_handled',
		},
	])('is $status when $name', ({ given, status }) => {
		expect(when(given)).toEqual({ status });
	});

	it('says that the record is gone', () => {
		expect(when(approved, confirm, null)).toEqual({ status: 'record_missing' });
	});

	it('calls the business method of an approved case', () => {
		expect(when(approved)).toEqual({ status: 'attempt', method: 'action_confirm' });
	});

	it('may be tried again after Odoo refused', () => {
		expect(when([...approved, ended('not_released')])).toEqual({
			status: 'attempt',
			method: 'action_confirm',
		});
	});

	it('does nothing to a record that changed, and the case is void', () => {
		const watched = { ...unchanged.watched, fields: { amount_total: 99 } };
		const reason = 'The record changed after it was approved';

		expect(when(approved, confirm, { ...unchanged, watched })).toEqual({
			status: 'applied',
			events: [event('superseded', { reason })],
			recordState: null,
			message: null,
		});
	});

	it('claims no release that somebody else made', () => {
		const message = 'It was in state "done" already: somebody did this by hand, not by this case.';

		expect(when(approved, confirm, { ...unchanged, state: 'done' })).toEqual({
			status: 'applied',
			events: [event('not_released', { recordState: 'done', message })],
			recordState: 'done',
			message,
		});
	});

	it.each([
		{ name: 'as it is', subject: unchanged },
		{
			name: 'also when it changed',
			subject: { ...unchanged, watched: { fields: {}, lines: {}, lineFields: {} } },
		},
	])('leaves a rejected record alone, $name', ({ subject }) => {
		expect(when(rejected, leave, subject)).toEqual({
			status: 'applied',
			events: [ended('kept')],
			recordState: null,
			message: null,
		});
	});
});

describe('what came of the business method', () => {
	const attempt = { at: later, refusal: null, recordState: 'sale' };

	it('is a release when the record is in the expected state', () => {
		expect(concludeAttempt(confirm, attempt)).toEqual({
			status: 'applied',
			events: [event('released', { recordState: 'sale', message: null })],
			recordState: 'sale',
			message: null,
		});
	});

	it('is a release when no state is expected', () => {
		const verdict = concludeAttempt(
			{ ...confirm, expect: null },
			{ ...attempt, recordState: null },
		);

		expect(verdict.events).toEqual([ended('released')]);
	});

	it.each([
		{ name: 'in the words of Odoo', refusal: 'You cannot.', message: 'You cannot.' },
		{
			name: 'although the method said nothing',
			refusal: null,
			message: 'Odoo ran action_confirm without an error, and the record is still in state "sent".',
		},
	])('is none, $name', ({ refusal, message }) => {
		expect(concludeAttempt(confirm, { at: later, refusal, recordState: 'sent' })).toEqual({
			status: 'applied',
			events: [event('not_released', { recordState: 'sent', message })],
			recordState: 'sent',
			message,
		});
	});
});
