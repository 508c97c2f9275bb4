import { builtinError, notImplemented } from '../OdooFault';
import type { Environment } from './Environment';
import type { Row } from './Database';
import type { Model } from './Model';
import { knownOperators, matchesCondition, otherOperators } from './conditions';
import { pythonLiteral, pythonTuple } from './pythonLiteral';
import { valueOf } from './valueOf';

type Matcher = (row: Row) => boolean;
type Condition = readonly [path: string, operator: string, value: unknown];

/**
 * Turns a domain in Odoo's prefix notation into a test of one record.
 *
 * @throws {OdooFault} the domain is malformed, or names an unknown field or operator
 */
export function domainMatcher(model: Model, domain: unknown, environment: Environment): Matcher {
	if (!Array.isArray(domain)) {
		const { name, message } = environment.wording.malformedDomain(pythonLiteral(domain));
		throw builtinError(name, message);
	}
	const operands: Matcher[] = [];
	for (const part of [...domain].reverse())
		operands.push(matcherOf(part, operands, model, environment));
	return (row) => operands.every((operand) => operand(row));
}

function matcherOf(part: unknown, operands: Matcher[], model: Model, env: Environment): Matcher {
	if (part === '!') {
		const operand = taken(operands);
		return (row) => !operand(row);
	}
	if (part === '&' || part === '|') {
		const [left, right] = [taken(operands), taken(operands)];
		return part === '&' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
	}
	if (!isCondition(part)) throw notImplemented(`A domain with ${pythonLiteral(part)}`);
	checkCondition(model, part, env);
	const [path, operator, value] = part;
	return (row) =>
		matchesPath(model, row, path.split('.'), env, (held) =>
			matchesCondition(held, operator, value),
		);
}

function taken(operands: Matcher[]): Matcher {
	const operand = operands.pop();
	if (!operand) throw notImplemented('A domain with too few conditions');
	return operand;
}

function isCondition(part: unknown): part is Condition {
	return (
		Array.isArray(part) &&
		part.length === 3 &&
		typeof part[0] === 'string' &&
		typeof part[1] === 'string'
	);
}

function checkCondition(model: Model, condition: Condition, environment: Environment): void {
	const [path, operator] = condition;
	const name = path.split('.')[0] ?? '';
	const shown = pythonTuple(condition);
	const { wording } = environment;
	if (name !== 'id' && !model.fields[name])
		throw builtinError('ValueError', wording.unknownDomainField(model.name, name, shown));
	if (otherOperators.has(operator)) throw notImplemented(`The operator "${operator}"`);
	if (!knownOperators.has(operator))
		throw builtinError('ValueError', wording.unknownOperator(shown));
}

/** Follows a path through relations; one related record that matches is enough. */
function matchesPath(
	model: Model,
	row: Row,
	[name = '', ...rest]: string[],
	environment: Environment,
	test: (held: unknown) => boolean,
): boolean {
	const held = valueOf(model, row, name, environment);
	if (rest.length === 0) return test(held);
	const related = environment.model(model.fields[name]?.relation ?? '');
	const ids = Array.isArray(held) ? held : [held];
	return ids.some((id) => {
		const found = typeof id === 'number' ? environment.database.find(related.name, id) : undefined;
		return found ? matchesPath(related, found, rest, environment, test) : test(false);
	});
}
