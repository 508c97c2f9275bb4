import fc from 'fast-check';
import { PolicyInvalidError } from '../../../src/domain/policy/errors';
import { readPolicyText } from '../../../src/domain/policy/readPolicyText';

describe('readPolicyText', () => {
	it.each<[string, string, string]>([
		['nothing', '', 'line 1, column 1: is not JSON: value expected'],
		[
			'a comma too many',
			'{\n\t"id": "p",\n}',
			'line 3, column 1: is not JSON: property name expected',
		],
		[
			'a comma too few',
			'{\n\t"id": "p"\n\t"version": "1"\n}',
			'line 3, column 2: is not JSON: comma expected',
		],
		[
			'a bracket that is never closed',
			'{ "rules": [1, 2',
			'line 1, column 17: is not JSON: close bracket expected',
		],
		['a comment', '{ // rules\n}', 'line 1, column 3: is not JSON: invalid comment token'],
		['a second document', '{}{}', 'line 1, column 3: is not JSON: end of file expected'],
		['too much', `"${'x'.repeat(1_000_000)}"`, 'the document is longer than 1000000 characters'],
	])('says where %s is no JSON', (_name, text, message) => {
		expect(() => readPolicyText(text)).toThrow(new PolicyInvalidError([{ path: '', message }]));
	});

	it('reads any JSON, also after a mark of its encoding', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(readPolicyText(`\ufeff${text}`)).toEqual(JSON.parse(text));
			}),
		);
	});

	it('says where for any other text', () => {
		fc.assert(
			fc.property(fc.json(), fc.nat(), (text, at) => {
				const cut = text.slice(0, at % text.length);
				let refusal: unknown;
				try {
					JSON.parse(cut);
					return;
				} catch {
					try {
						readPolicyText(cut);
					} catch (error) {
						refusal = error;
					}
				}
				expect(refusal).toMatchObject({
					problems: [{ path: expect.stringMatching(/^line \d+, column \d+$/) }],
				});
			}),
		);
	});
});
