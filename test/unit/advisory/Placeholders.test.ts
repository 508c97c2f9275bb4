import fc from 'fast-check';
import { Placeholders } from '../../../src/advisory/privacy/Placeholders';

const nobody = { people: [], organisations: [] };

describe('Placeholders', () => {
	it.each([
		['a mail address', 'write to jürgen.groß+x@müller-söhne.co.uk.', 'write to [EMAIL_1].'],
		['an international number', 'call +49 (30) 9018-20 now', 'call [PHONE_1] now'],
		['one with two zeros', 'call 0033 1 42 68 53 00', 'call [PHONE_1]'],
		['a national one', 'call 030 901820, or 0171/1234567', 'call [PHONE_1], or [PHONE_2]'],
		['an American one', 'call (415) 555-2671', 'call [PHONE_1]'],
		['one behind a word', 'Tel.: 91 123 45 67', 'Tel.: [PHONE_1]'],
		['an account', 'to DE89 3704 0044 0532 0130 00 today', 'to [IBAN_1] today'],
		['a mistyped account', 'to GB29NWBK60161331926818', 'to [IBAN_1]'],
		['a card', 'card 4111-1111-1111-1111', 'card [CARD_1]'],
		['a key', 'use sk-proj-abcdefghijklmnop', 'use [KEY_1]'],
		['a token', 'Authorization: Bearer abc.def-ghi123', 'Authorization: [KEY_1]'],
		['a password', 'password: hunter2! and go', 'password: [KEY_1] and go'],
		['a password in German', 'Das Passwort ist Geheim1', 'Das Passwort ist [KEY_1]'],
		['a long hash', `key ${'0a1b2c3d'.repeat(5)} end`, 'key [KEY_1] end'],
		['an address of a page', 'see https://x.example/a?token=1, ok', 'see [LINK_1] ok'],
		[
			'a private key',
			'-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- end',
			'[KEY_1] end',
		],
	])('take out %s', (_what, text, hidden) => {
		expect(new Placeholders(nobody).hide(text)).toBe(hidden);
	});

	it.each([
		'Order PO00042 of 2026-03-02 14:00, 1.200 pcs at 287.00 EUR',
		'EAN 4006381333931, 05/03/2026, 05.03.2026, 05-03-2026, 08:30',
		'WH/OUT/00012, tracking 1Z999AA10123456784, KW 14, 12,400.50',
		'Margin 11.25 % is below 15 %; quantity 0.125, 10-20 units',
		'A password is needed. The token ring. Pin it.',
	])('leave alone what is nobody’s: %s', (text) => {
		expect(new Placeholders(nobody).hide(text)).toBe(text);
	});

	it('take out names that are known, whole and in parts, and no other words', () => {
		const placeholders = new Placeholders({
			people: ['Mark Müller-Lüdenscheidt'],
			organisations: ['Azure Interior, Brandon Freeman', 'D.E.A. (Paris) S.à r.l.'],
		});
		expect(
			placeholders.hide(
				'MARK MÜLLER-LÜDENSCHEIDT and Mark mark the mark; azure  interior; Interior design; Brandon Freeman; D.E.A. (Paris) S.à r.l.',
			),
		).toBe('[NAME_1] and [NAME_2] mark the mark; [NAME_3]; Interior design; [NAME_4]; [NAME_5]');
	});

	it('give the same value the same placeholder, in every text', () => {
		const placeholders = new Placeholders({ people: ['Sam Seller'], organisations: [] });
		expect(placeholders.hide('a@b.example, c@d.example')).toBe('[EMAIL_1], [EMAIL_2]');
		expect(placeholders.hide('c@d.example of SAM SELLER')).toBe('[EMAIL_2] of [NAME_1]');
		expect(placeholders.hide('sam seller')).toBe('[NAME_1]');
	});

	it('put back what they took out, but for keys', () => {
		const placeholders = new Placeholders(nobody);
		placeholders.hide('a@b.example, password: hunter2');
		expect(placeholders.restore('Write to [EMAIL_1], key [KEY_1], not [EMAIL_2].')).toBe(
			'Write to a@b.example, key (removed), not [EMAIL_2].',
		);
		expect(placeholders.unknownIn('[EMAIL_1] [EMAIL_2] [KEY_1] [NAME_1]')).toEqual([
			'[EMAIL_2]',
			'[NAME_1]',
		]);
	});

	it('are not taken in by texts that look like them', () => {
		const placeholders = new Placeholders({ people: ['Sam Seller'], organisations: [] });
		const hidden = placeholders.hide('Sam Seller is not [NAME_1]');
		expect(hidden).toBe('[NAME_1] is not (NAME 1)');
		expect(placeholders.restore(hidden)).toBe('Sam Seller is not (NAME 1)');
	});

	it('bring every text without keys back as it was, whatever the names', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
				fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
				fc.array(
					fc.oneof(
						fc.string({ maxLength: 30 }),
						fc.emailAddress(),
						fc.webUrl(),
						fc.constantFrom('+49 30 901820', 'DE89370400440532013000', 'Sam Seller'),
					),
					{ maxLength: 8 },
				),
				(people, organisations, parts) => {
					const text = parts.join(' ');
					const placeholders = new Placeholders({ people, organisations });
					const back = placeholders.restore(placeholders.hide(text));
					expect(back.includes('(removed)') || back === text).toBe(true);
				},
			),
		);
	});
});
