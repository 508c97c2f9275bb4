import fc from 'fast-check';
import { DomainTextError, parseDomainText } from '../../../src/domain/events/parseDomainText';

describe('parseDomainText', () => {
	it.each<{ name: string; text: string; domain: unknown }>([
		{ name: 'nothing', text: '[]', domain: [] },
		{
			name: 'tuples in a list',
			text: "[('state', '=', 'sale'), ('amount_total', '>', 500)]",
			domain: [
				['state', '=', 'sale'],
				['amount_total', '>', 500],
			],
		},
		{
			name: 'operators before their conditions',
			text: "['|', ('a', '=', 1), '!', ('b', '=', 2)]",
			domain: ['|', ['a', '=', 1], '!', ['b', '=', 2]],
		},
		{ name: 'JSON', text: '[["active", "=", true]]', domain: [['active', '=', true]] },
		{
			name: 'nothing, as Python and JSON say it',
			text: '[("a", "=", None), ("a", "=", null), ("a", "=", False)]',
			domain: [
				['a', '=', false],
				['a', '=', false],
				['a', '=', false],
			],
		},
		{
			name: 'numbers',
			text: "[('a', 'in', (-1, .5, 1., 2e3))]",
			domain: [['a', 'in', [-1, 0.5, 1, 2000]]],
		},
		{ name: 'a tuple of one', text: "[('a', 'in', (1,))]", domain: [['a', 'in', [1]]] },
		{ name: 'a value in parentheses', text: "[('a', '=', (1))]", domain: [['a', '=', 1]] },
		{ name: 'an empty tuple', text: "[('a', 'in', ())]", domain: [['a', 'in', []]] },
		{ name: 'a comma at the end', text: "[('a', '=', 1),]", domain: [['a', '=', 1]] },
		{
			name: 'a tuple around it',
			text: "(('a', '=', 1), ('b', '=', 2))",
			domain: [
				['a', '=', 1],
				['b', '=', 2],
			],
		},
		{
			name: 'quotes within quotes',
			text: `[('a', '=', "it's"), ('a', '=', 'say "x"'), ('a', '=', 'it\\'s')]`,
			domain: [
				['a', '=', "it's"],
				['a', '=', 'say "x"'],
				['a', '=', "it's"],
			],
		},
		{
			name: 'escapes',
			text: String.raw`[('a', '=', '\n\t\\\x41\u00e9\101\/')]`,
			domain: [['a', '=', '\n\t\\AéA/']],
		},
		{ name: 'words in a text', text: "[('a', '=', '(True)')]", domain: [['a', '=', '(True)']] },
		{
			name: 'a domain in a condition',
			text: "[('a', 'any', [('b', '=', 1)])]",
			domain: [['a', 'any', [['b', '=', 1]]]],
		},
		{ name: 'white space', text: "\n [ ( 'a' ,\n'=',1 ) ] ", domain: [['a', '=', 1]] },
	])('reads $name', ({ text, domain }) => {
		expect(parseDomainText(text)).toEqual(domain);
	});

	it.each<{ name: string; text: string; message: string }>([
		{
			name: 'nothing',
			text: '',
			message:
				'Position 1: expected a list, a text in quotes, a number, True, False or None, but the domain ends there',
		},
		{
			name: 'a name of Odoo',
			text: "[('user_id', '=', uid)]",
			message:
				'Position 19: expected a list, a text in quotes, a number, True, False or None, found uid)]',
		},
		{
			name: 'what every object of ours has',
			text: "[('a', '=', constructor)]",
			message:
				'Position 13: expected a list, a text in quotes, a number, True, False or None, found constructor)',
		},
		{
			name: 'an open list',
			text: "[('a', '=', 1)",
			message: 'Position 15: expected "," or "]", but the domain ends there',
		},
		{
			name: 'an open text',
			text: "[('a', '=', 'x)]",
			message:
				"Position 13: expected a list, a text in quotes, a number, True, False or None, found 'x)]",
		},
		{
			name: 'more after the end',
			text: "[('a', '=', 1)] or 1",
			message: 'Position 17: expected the end, found or 1',
		},
		{
			name: 'an escape without meaning',
			text: String.raw`[('a', '=', '\q')]`,
			message: String.raw`Before position 17: expected \\ for a backslash, found \q`,
		},
		{
			name: 'no list',
			text: '5',
			message: 'The domain must be a list of conditions: Expected array, received number',
		},
		{
			name: 'a condition that is too short',
			text: "['&', ('a', '='), ('b', '=', 1)]",
			message:
				"Part 2 of the domain must be a condition, such as ('state', '=', 'sale'), or one of '&', '|', '!'",
		},
		{
			name: 'an operator without conditions',
			text: "['|', ('a', '=', 1)]",
			message:
				'The domain must be a list of conditions: an operator (&, | or !) has too few conditions after it',
		},
	])('refuses $name', ({ text, message }) => {
		expect(() => parseDomainText(text)).toThrow(new DomainTextError(message));
	});

	const anySign = fc.nat({ max: 0xd7ff }).map((code) => String.fromCharCode(code));
	const value = fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small' },
			fc.string({ unit: anySign }),
			fc.integer(),
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
			fc.boolean(),
			fc.array(tie('value'), { maxLength: 4 }),
		),
	})).value;
	const domain = fc.array(
		fc.tuple(fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,8})?$/), fc.constantFrom('=', 'in'), value),
	);

	it.each([
		{ name: 'Python', write: asPython },
		{ name: 'JSON', write: (given: unknown) => JSON.stringify(given) },
	])('reads every domain that $name writes', ({ write }) => {
		fc.assert(
			fc.property(domain, (given) => {
				expect(parseDomainText(write(given))).toEqual(given);
			}),
			{ numRuns: 500 },
		);
	});

	it('reads any text, or says why not', () => {
		const signs = fc.string({ unit: fc.constantFrom(...`[](),'"\\ aTrue1.-&|!=\n`) });
		fc.assert(
			fc.property(fc.oneof(signs, fc.string({ unit: anySign })), (text) => {
				expect(refusalOf(text)).toMatch(/^(none|DOMAIN_TEXT_INVALID)$/);
			}),
			{ numRuns: 2000 },
		);
	});
});

function refusalOf(text: string): string {
	try {
		parseDomainText(text);
		return 'none';
	} catch (error) {
		return error instanceof DomainTextError ? error.code : String(error);
	}
}

/** What Python's `repr` makes of a value, with tuples for the odd depths. */
function asPython(given: unknown, depth = 0): string {
	if (typeof given === 'boolean') return given ? 'True' : 'False';
	if (typeof given === 'number') return String(given);
	if (typeof given === 'string') {
		const escaped = given
			.replaceAll('\\', '\\\\')
			.replaceAll("'", "\\'")
			.replaceAll('\n', '\\n')
			.replaceAll('\r', '\\r');
		return `'${escaped}'`;
	}
	const items = (given as unknown[]).map((item) => asPython(item, depth + 1));
	if (depth % 2 === 0) return `[${items.join(', ')}]`;
	return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
}
