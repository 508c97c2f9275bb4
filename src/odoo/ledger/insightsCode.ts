import { readCode } from '../blueprint/readCode';

/** In this order they make one program. */
const parts = ['begin', 'queue', 'look'];

/**
 * The program of the server action that only looks.
 *
 * It stands beside the ledger, since Odoo compiles a program each time it runs it: a decision need
 * not wait for what counts decisions.
 */
export function insightsCode(): string {
	return parts.map((part) => readCode(__dirname, `${part}.py`)).join('\n\n');
}
