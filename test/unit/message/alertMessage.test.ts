import { alertKinds, type ThresholdCheck } from '../../../src/domain/insights/thresholds';
import { languages, type Language } from '../../../src/domain/languages';
import { alertMessage } from '../../../src/message/alert/alertMessage';

const at = '2026-01-12T06:30:00.000Z';
const longWait: ThresholdCheck = {
	alert: 'oldestWaiting',
	exceeded: true,
	value: 68.3,
	threshold: 48,
	since: '2026-01-11T10:12:00.000Z',
};
const messageOf = (check: ThresholdCheck, language: Language = 'en') =>
	alertMessage(check, at, {
		language,
		zone: 'Europe/Berlin',
		listUrl: (list) => `https://odoo.example.com/${list}`,
	});

describe('an alert', () => {
	it('says what, how much, since when, what is fine, what to do, and where', () => {
		expect(messageOf(longWait).text.split('\n')).toEqual([
			'Approvals: a case has waited for 68.3 hours',
			'As of: Mon 12 Jan 2026, 07:30 (Europe/Berlin)',
			'Since: Sun 11 Jan 2026, 11:12',
			'Fine is: up to 48 hours',
			'',
			'What to do',
			'- Ask those who are asked about it, or have somebody else decide: open the case and choose Decide in Their Place.',
			'',
			'Cases in Odoo: https://odoo.example.com/window_cases',
		]);
	});

	it('says that it is over, without what to do', () => {
		const over = { ...longWait, exceeded: false, value: 3, since: null };
		expect(messageOf(over).text.split('\n')).toEqual([
			'Approvals: no case waits too long',
			'As of: Mon 12 Jan 2026, 07:30 (Europe/Berlin)',
			'Fine is: up to 48 hours',
			'Cases in Odoo: https://odoo.example.com/window_cases',
		]);
	});

	it('leaves out since when where that is not known', () => {
		const { text, html } = messageOf({
			...{ alert: 'deadLetters', exceeded: true, value: 2, threshold: 0, since: null },
		});
		expect(text).not.toContain('Since');
		expect(html).toContain('<h1');
	});

	it('tells one from several', () => {
		const overdue = { ...longWait, alert: 'overdueCases', threshold: 0 } as const;
		expect(messageOf({ ...overdue, value: 1 }).subject).toBe('Approvals: a case is overdue');
		expect(messageOf({ ...overdue, value: 7 }).subject).toBe('Approvals: 7 cases are overdue');
	});

	it('writes numbers as the language does', () => {
		expect(messageOf(longWait, 'de').subject).toBe(
			'Freigaben: ein Vorgang wartet seit 68,3 Stunden',
		);
		expect(messageOf({ ...longWait, value: 1_234.5 }).subject).toContain('1,234.5 hours');
	});

	it.each(languages)('is all said in %s', (language) => {
		const subjects = alertKinds.flatMap((alert) =>
			[true, false].map(
				(exceeded) => messageOf({ ...longWait, alert, exceeded }, language).subject,
			),
		);
		expect(new Set(subjects).size).toBe(2 * alertKinds.length);
	});
});
