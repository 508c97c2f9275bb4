import { builtinError, unprocessable } from '../OdooFault';
import type { Method } from './Model';

export interface Bound {
	ids: unknown[];
	values: Record<string, unknown>;
}

/**
 * Binds arguments given by name, as JSON-2 does it.
 *
 * @throws {OdooFault} a required argument is missing, or one is not known
 */
export function bindNamed(
	where: string,
	method: Method,
	ids: unknown,
	named: Readonly<Record<string, unknown>>,
): Bound {
	if (ids !== undefined && method.kind === 'model')
		throw unprocessable(`cannot call ${where} with ids`);
	for (const parameter of method.parameters) {
		if (!(parameter.name in named) && !('fallback' in parameter))
			throw unprocessable(`missing a required argument: '${parameter.name}'`);
	}
	const unknown = unknownNames(method, named);
	if (unknown.length > 0)
		throw unprocessable(`got an unexpected keyword argument '${unknown.join("', '")}'`);
	return { ids: idList(ids), values: { ...fallbacks(method), ...named } };
}

/**
 * Binds arguments given by position and by name, as `execute_kw` does it. The ids come first.
 *
 * @throws {OdooFault} a required argument is missing, or there are too many or unknown ones
 */
export function bindPositional(
	where: string,
	method: Method,
	positional: readonly unknown[],
	named: Readonly<Record<string, unknown>>,
): Bound {
	const [ids, rest] =
		method.kind === 'model' ? [undefined, positional] : [positional[0], positional.slice(1)];
	const given = method.parameters.slice(0, rest.length).map(({ name }, at) => [name, rest[at]]);
	const values = { ...Object.fromEntries(given), ...named };

	const missing = method.parameters.find(
		({ name, ...one }) => !(name in values) && !('fallback' in one),
	);
	if (missing)
		throw builtinError(
			'TypeError',
			`${where}() missing 1 required positional argument: '${missing.name}'`,
		);
	const unknown = unknownNames(method, named);
	if (unknown.length > 0)
		throw builtinError(
			'TypeError',
			`${where}() got an unexpected keyword argument '${unknown.join("', '")}'`,
		);
	if (rest.length > method.parameters.length)
		throw builtinError('TypeError', `${where}() takes ${method.parameters.length} arguments`);
	return { ids: idList(ids), values: { ...fallbacks(method), ...values } };
}

function unknownNames({ takesKeywords, parameters }: Method, named: object): string[] {
	if (takesKeywords) return [];
	const known = parameters.map(({ name }) => name);
	return Object.keys(named).filter((name) => !known.includes(name));
}

function fallbacks({ parameters }: Method): Record<string, unknown> {
	const optional = parameters.filter((parameter) => 'fallback' in parameter);
	return Object.fromEntries(optional.map(({ name, fallback }) => [name, fallback]));
}

/** A bare id counts as a list of one. */
function idList(ids: unknown): unknown[] {
	if (Array.isArray(ids)) return ids;
	return ids === undefined ? [] : [ids];
}
