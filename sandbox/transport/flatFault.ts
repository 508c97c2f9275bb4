import type { OdooFault } from '../OdooFault';

/** A refusal as JSON-2 writes it; JSON-RPC has the same inside its envelope. */
export function flatFault(fault: OdooFault) {
	return {
		name: fault.pythonName,
		message: fault.message,
		arguments: fault.arguments,
		context: {},
		debug: 'Traceback (most recent call last): …',
	};
}
