import { decisionBounds } from '../../domain/insights/figures';
import { type Constants, readCode } from '../blueprint/readCode';

/** In this order they make one program. */
const parts: ReadonlyArray<[name: string, constants?: Constants]> = [
	['begin'],
	['queue'],
	['figures', { DECISION_BOUNDS: decisionBounds }],
	['anomalies'],
	['trace'],
	['look'],
];

/**
 * The program of the server action that only looks.
 *
 * It stands beside the ledger, since Odoo compiles a program each time it runs it: a decision need
 * not wait for what counts decisions.
 */
export function insightsCode(): string {
	return parts
		.map(([name, constants]) => readCode(__dirname, `${name}.py`, constants))
		.join('\n\n');
}
