import { adviceSectionSchema } from '../../../src/domain/advice/adviceSection';
import { approvalPage, casePage } from '../../../src/page/approvalPage';
import { languages } from '../../../src/domain/languages';
import { noticePage } from '../../../src/page/layout';
import type { FormFault } from '../../../src/page/decisionForm';
import { endedNotice, linkNotice } from '../../../src/page/notices';
import { caseWith, sampleCase, sampleReader } from '../../kit/sampleCase';

const token = 'the-token-of-the-form';
const utc = { zone: 'UTC', language: 'en' } as const;
const fault = (message: string, reason: string): FormFault => ({
	message,
	part: 'reasons',
	reason,
	reasonCode: '',
	toId: null,
	note: '',
});
const attack = `"><script>alert('x')</script>`;

/** What a person reads, without markup and style. */
const textOf = (page: string): string =>
	page
		.replace(/<style>[^]*<\/style>/, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.replaceAll('&#39;', "'");

describe('approvalPage', () => {
	const text = textOf(approvalPage(sampleCase, sampleReader, token));

	it.each([
		{ what: 'what is asked', words: 'Sales order release S00042 12,400 EUR' },
		{ what: 'by whom', words: 'Requested by Sam Seller' },
		{
			what: 'until when, on the clock of the approver',
			words: 'Decide by Mon 2 Mar 2026, 17:00 (Europe/Berlin) , in 3 hours',
		},
		{ what: 'why', words: 'Margin 11.25 % is below 15 %' },
		{ what: 'the figures', words: 'Payment terms 30 days' },
		{ what: 'the lines', words: 'Acoustic Bloc Screen 20 units 287.00 EUR 18 % 4.2 %' },
		{ what: 'advice as advice', words: 'Advice from an AI model Azure Interior asks for 18 %' },
		{
			what: 'how sure the advice is',
			words: 'It may be wrong. It decides nothing. Confidence 72 %.',
		},
		{
			what: 'who else is asked',
			words: 'Marta Manager (you) Frank Finance One approval is enough.',
		},
		{ what: 'what happened so far', words: 'Case opened' },
		{ what: 'the policy', words: 'Policy sales-order-release, version 1 (a1b2c3d4e5f6)' },
	])('says $what', ({ words }) => {
		expect(text).toContain(words);
	});

	it('posts to its own address, by its buttons, and runs no script', () => {
		const page = approvalPage(sampleCase, sampleReader, token);
		expect(page.match(/<form[^>]*>/g)).toEqual([
			'<form class="card decide" method="post" action="">',
		]);
		expect([...page.matchAll(/name="decision" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
			'approved',
			'sent_back',
			'rejected',
			'abstained',
		]);
		expect(page).not.toContain('<script');
	});

	it('says that the clock stands still, until when and why', () => {
		const pause = {
			from: '2026-03-02T09:00:00.000Z',
			to: '2026-03-09T09:00:00.000Z',
			reason: 'Waiting for <the customer>',
			resumedAt: null,
		};
		const paused = caseWith({ sla: sampleCase.sla && { ...sampleCase.sla, pauses: [pause] } });
		const during = { ...sampleReader, now: '2026-03-02T10:00:00.000Z' };
		expect(textOf(approvalPage(paused, during, token))).toContain(
			'The clock stands still until Mon 9 Mar 2026, 10:00 (Europe/Berlin): Waiting for &lt;the customer&gt;',
		);
		const after = { ...sampleReader, now: '2026-03-09T10:00:00.000Z' };
		expect(textOf(approvalPage(paused, after, token))).not.toContain('stands still');
	});

	it('says whom the clock has reminded, and why it is urgent', () => {
		const nudge = (action: string, reason: string, to: object[] = []) => ({
			seq: 3,
			type: 'nudged' as const,
			at: '2026-03-02T15:00:00.000Z',
			actor: null,
			data: { level: 1, action, to, sla: null, reason },
		});
		const told = nudge('remind', 'Due soon', [{ id: 11, name: 'Marta Manager' }]);
		const raised = nudge('priority', 'Nobody decided');
		const page = textOf(
			approvalPage(caseWith({ expedited: true, trail: [told, raised] }), sampleReader, token),
		);
		expect(page).toContain('Reminded by the clock: Marta Manager');
		expect(page).toContain(': Nobody decided');
	});

	it('says that the due time has passed', () => {
		const late = { ...sampleReader, now: '2026-03-02T18:00:00.000Z' };
		expect(textOf(approvalPage(sampleCase, late, token))).toContain(
			'Was due Mon 2 Mar 2026, 17:00 (Europe/Berlin) , 2 hours ago',
		);
	});

	it('gives the values that were compared where the reason does not', () => {
		const [rule] = sampleCase.policy.rules;
		if (!rule) throw new Error('The sample has rules');
		const policy = { ...sampleCase.policy, rules: [{ ...rule, reason: 'Too cheap' }] };
		expect(textOf(approvalPage(caseWith({ policy }), sampleReader, token))).toContain(
			'Too cheap Margin: 11.25 % is below 15 %',
		);
	});

	it('says that a case was drawn as a sample', () => {
		const policy = { ...sampleCase.policy, rules: [], sampled: true };
		const text = textOf(approvalPage(caseWith({ policy }), sampleReader, token));
		expect(text).toContain('It was drawn for a person to look at.');
		expect(text).not.toContain('The policy asks a person for every case like this one.');
	});

	it('says which facts are not known', () => {
		const policy = { ...sampleCase.policy, rules: [], missingFacts: ['marginPercent'] };
		expect(textOf(approvalPage(caseWith({ policy }), sampleReader, token))).toContain(
			'Not known, so not approved automatically: Margin percent',
		);
	});

	it('says how many have to approve, and who has', () => {
		const votes = [
			{
				actor: { id: 12, name: 'Frank Finance' },
				step: 0,
				round: 1,
				decision: 'approved' as const,
				forIds: [],
				at: '2026-03-02T09:00:00.000Z',
			},
		];
		const steps = sampleCase.steps.map((step) => ({ ...step, quorum: 2 }));
		expect(textOf(approvalPage(caseWith({ steps, votes }), sampleReader, token))).toContain(
			'Frank Finance has approved 2 of 2 have to approve.',
		);
	});

	it('shows what was typed again, with what is wrong', () => {
		const page = approvalPage(sampleCase, sampleReader, token, fault('A fault', 'Typed'));
		expect(page).toMatch(/<details open>/);
		expect(page).toMatch(/role="alert"[^>]*>A fault</);
		expect(page).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>\s*Typed<\/textarea>/);
	});

	it('shows texts of the record as text, wherever they stand', () => {
		const poisoned = caseWith({
			name: attack,
			recordName: attack,
			currency: attack,
			requester: { id: 9, name: attack },
			approvers: sampleCase.approvers.map((one) => ({ ...one, name: attack })),
			figures: [{ label: attack, value: attack }],
			lines: { columns: [attack], rows: [[attack]] },
			policy: {
				...sampleCase.policy,
				id: attack,
				version: attack,
				hash: attack,
				missingFacts: [attack],
				rules: sampleCase.policy.rules.map((rule) => ({ ...rule, reason: attack })),
			},
			advice: adviceSectionSchema.parse({
				source: 'model',
				summary: attack,
				points: [{ kind: 'for', text: attack }],
				confidence: 0.5,
				fallbackReason: null,
				model: attack,
				promptVersion: null,
				tokens: null,
				cause: { text: attack },
				suggestion: { action: null, role: attack, text: attack },
				narrative: { text: attack },
				keyFigures: [{ fact: attack, label: attack, value: attack }],
			}),
			trail: [
				{
					seq: 1,
					type: 'noted',
					at: '2026-03-02T08:00:00.000Z',
					actor: { id: 1, name: attack },
					data: { reason: attack },
				},
			],
		});
		const reader = { ...sampleReader, areaLabel: attack, recordUrl: attack };
		const page = approvalPage(poisoned, reader, token, fault(attack, attack));
		expect(page).not.toContain('<script');
		expect(page).not.toContain(attack);
	});
});

describe('casePage', () => {
	it('tells who decided, when and why, and asks nothing', () => {
		const decided = caseWith({
			state: 'rejected',
			approvers: [],
			decision: {
				decision: 'rejected',
				by: { id: 12, name: 'Frank Finance' },
				at: '2026-03-02T12:30:00.000Z',
				reasonCode: null,
				reason: 'Too cheap',
			},
		});
		const notice = endedNotice(decided, sampleReader);
		if (!notice) throw new Error('The case has ended');
		const page = casePage(decided, sampleReader, notice);
		expect(textOf(page)).toContain(
			'Already rejected Frank Finance has rejected S00042 on Mon 2 Mar 2026, 13:30 (Europe/Berlin). Reason: Too cheap',
		);
		expect(page).not.toContain('<form');
	});
});

describe('endedNotice', () => {
	it('has nothing to say while the case is pending', () => {
		expect(endedNotice(sampleCase, utc)).toBeNull();
	});

	it('tells that the record has changed', () => {
		expect(endedNotice(caseWith({ state: 'superseded' }), utc)).toMatchObject({
			status: 410,
			title: 'This has changed in the meantime',
		});
	});

	it('says that policy decided where nobody did', () => {
		const decision = {
			decision: 'approved' as const,
			by: null,
			at: '2026-03-02T12:30:00.000Z',
			reasonCode: null,
			reason: null,
		};
		expect(endedNotice(caseWith({ state: 'approved', decision }), utc)).toMatchObject({
			text: 'Policy has approved S00042 on Mon 2 Mar 2026, 12:30 (UTC).',
		});
	});
});

describe('noticePage', () => {
	it.each(
		(['invalid', 'expired', 'otherCase', 'notHere', 'unavailable', 'unreadable'] as const).flatMap(
			(link) => languages.map((language) => ({ link, language })),
		),
	)('$link, in $language', ({ link, language }) => {
		const notice = linkNotice(link, language);
		const page = noticePage(notice, language);
		expect(textOf(page)).toContain(`${notice.title} ${notice.text}`);
		expect(page).toContain(`<html lang="${language}">`);
		expect(page).not.toContain('<form');
	});
});
