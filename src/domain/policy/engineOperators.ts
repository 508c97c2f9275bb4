import type { Engine } from 'json-rules-engine';
import { operatorNames, operators } from './operators';

/** How a comparison with a missing fact counts: as false (`certain`) or as true (`possible`). */
export type Doubt = 'certain' | 'possible';

/**
 * Gives the engine our operators in place of its own, which take a missing or wrongly typed fact for
 * one that does not match, and so would let it through every limit.
 */
export function addOperators(engine: Engine, doubt: Doubt): void {
	const ifMissing = doubt === 'possible';
	for (const name of operatorNames) {
		const { holds } = operators[name];
		if (!holds) continue;
		engine.addOperator(name, (fact: unknown, value: unknown) =>
			fact === null || value === null ? ifMissing : holds(fact, value),
		);
	}
	engine.addOperator('isMissing', (fact: unknown) => fact === null);
	engine.addOperator('isPresent', (fact: unknown) => fact !== null);
}
