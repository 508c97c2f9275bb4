import type { Engine } from 'json-rules-engine';
import type { ExplainedOperator } from './operatorWords';

/** How a comparison with a missing fact counts: as false (`certain`) or as true (`possible`). */
export type Reading = 'certain' | 'possible';

type Compare = (fact: unknown, value: unknown) => boolean;

const isPair = (left: unknown, right: unknown): [number, number] | null =>
	typeof left === 'number' && typeof right === 'number' ? [left, right] : null;

/** Orders two numbers; anything else is in no order at all. */
const ordered =
	(holds: (left: number, right: number) => boolean): Compare =>
	(fact, value) => {
		const pair = isPair(fact, value);
		return pair !== null && holds(...pair);
	};

const isIn: Compare = (fact, list) => Array.isArray(list) && list.includes(fact);

const comparisons: Readonly<
	Record<Exclude<ExplainedOperator, 'isMissing' | 'isPresent'>, Compare>
> = {
	equal: (fact, value) => fact === value,
	notEqual: (fact, value) => fact !== value,
	lessThan: ordered((left, right) => left < right),
	lessThanInclusive: ordered((left, right) => left <= right),
	greaterThan: ordered((left, right) => left > right),
	greaterThanInclusive: ordered((left, right) => left >= right),
	in: isIn,
	notIn: (fact, list) => !isIn(fact, list),
};

/**
 * Gives the engine our operators in place of its own, which take a missing or wrongly typed fact for
 * one that does not match, and so would let it through every limit.
 */
export function addOperators(engine: Engine, reading: Reading): void {
	const ifMissing = reading === 'possible';
	for (const [name, compare] of Object.entries(comparisons)) {
		engine.addOperator(name, (fact: unknown, value: unknown) =>
			fact === null ? ifMissing : compare(fact, value),
		);
	}
	engine.addOperator('isMissing', (fact: unknown) => fact === null);
	engine.addOperator('isPresent', (fact: unknown) => fact !== null);
}
