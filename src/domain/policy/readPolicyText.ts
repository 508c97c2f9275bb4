import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { PolicyInvalidError } from './errors';

const maxCharacters = 1_000_000;

/**
 * Reads the text of a policy document, which is JSON.
 *
 * @throws {PolicyInvalidError} with the line and column where it is no JSON
 */
export function readPolicyText(text: string): unknown {
	if (text.length > maxCharacters) {
		const message = `the document is longer than ${maxCharacters} characters`;
		throw new PolicyInvalidError([{ path: '', message }]);
	}
	// Some editors put a mark before the text that says how it is encoded.
	const json = text.startsWith('\ufeff') ? text.slice(1) : text;
	try {
		return JSON.parse(json);
	} catch {
		throw new PolicyInvalidError([firstFault(json)]);
	}
}

/** Node itself says where only for some faults, and in other words in each version. */
function firstFault(json: string) {
	const faults: ParseError[] = [];
	parse(json, faults, { disallowComments: true });
	const [{ error, offset } = { error: 0, offset: 0 }] = faults;
	const lines = json.slice(0, offset).split('\n');
	const path = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
	const words = printParseErrorCode(error)
		.replace(/(?!^)[A-Z]/g, ' $&')
		.toLowerCase();
	return { path, message: `is not JSON: ${words}` };
}
