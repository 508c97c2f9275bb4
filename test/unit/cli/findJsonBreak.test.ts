import fc from 'fast-check';
import { findJsonBreak } from '../../../src/cli/findJsonBreak';

describe('findJsonBreak', () => {
	it.each<{ name: string; text: string; line: number; column: number; fault: string }>([
		{ name: 'nothing', text: '', line: 1, column: 1, fault: 'it ends too early' },
		{
			name: 'a comma too many',
			text: '{\n\t"id": "p",\n}',
			line: 3,
			column: 1,
			fault: '} is unexpected here',
		},
		{
			name: 'a comma too few',
			text: '{\n\t"id": "p"\n\t"version": "1"\n}',
			line: 3,
			column: 2,
			fault: '"version" is unexpected here',
		},
		{
			name: 'a bracket that is never closed',
			text: '{ "rules": [1, 2',
			line: 1,
			column: 17,
			fault: 'it ends too early',
		},
		{
			name: 'a bracket that closes another',
			text: '{ "rules": [1, 2} }',
			line: 1,
			column: 17,
			fault: '} is unexpected here',
		},
		{
			name: 'a text that does not end',
			text: '{ "id": "p\n}',
			line: 1,
			column: 9,
			fault: 'a text begins here that does not end in its line, or has a wrong escape',
		},
		{
			name: 'a comment',
			text: '{ // rules\n}',
			line: 1,
			column: 3,
			fault: '/ is unexpected here',
		},
		{
			name: 'a second document',
			text: '{} {}',
			line: 1,
			column: 4,
			fault: '{ is unexpected here',
		},
		{
			name: 'quotes of a word processor',
			text: '{ “id”: 1 }',
			line: 1,
			column: 3,
			fault: '“ is unexpected here',
		},
	])('says where and why: $name', ({ text, line, column, fault }) => {
		expect(findJsonBreak(text)).toEqual({ line, column, fault });
	});

	it('finds a fault in a text just when JSON.parse does', () => {
		fc.assert(
			fc.property(nearlyJson, (text) => {
				expect(findJsonBreak(text) === null).toBe(isJson(text));
			}),
			{ numRuns: 3_000 },
		);
	});

	it('finds it in a text of any depth', () => {
		expect(findJsonBreak('['.repeat(100_000))).toMatchObject({ column: 100_001 });
	});
});

/** JSON in which a stretch has been replaced, most often by what means something in JSON. */
const nearlyJson = fc
	.tuple(
		fc.json({ maxDepth: 3 }),
		fc.nat(),
		fc.nat({ max: 3 }),
		fc.oneof(
			fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' ', '0', '-', '.', 'e'),
			fc.constantFrom(
				'"a"',
				'true',
				'nul',
				'\u007f',
				'\u0085',
				'\u2028',
				'\u0000',
				'\\u12',
				'\ud800',
			),
			fc.string({ unit: 'binary', maxLength: 3 }),
		),
	)
	.map(([text, place, length, other]) => {
		const at = place % (text.length + 1);
		return text.slice(0, at) + other + text.slice(at + length);
	});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
