import { PolicyInvalidError } from '../domain/policy/errors';
import { readPlainDocument } from '../domain/policy/plainDocument';
import { readPolicyText } from '../domain/policy/readPolicyText';
import { ParameterInvalidError } from './readParameters';

/**
 * What a JSON field holds: the editor gives text, an expression may give the document itself.
 *
 * @param field for the error
 * @throws {ParameterInvalidError}
 */
export function readDocument(field: string, given: unknown): unknown {
	try {
		return readPlainDocument(typeof given === 'string' ? readPolicyText(given) : given);
	} catch (error) {
		if (!(error instanceof PolicyInvalidError)) throw error;
		throw new ParameterInvalidError(`${field}: ${error.message}`);
	}
}
