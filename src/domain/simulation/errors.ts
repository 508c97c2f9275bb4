import { DomainError } from '../errors';

/** A policy was written for another kind of approval than the case, or than the policy beside it. */
export class SimulationAreaError extends DomainError {
	readonly code = 'SIMULATION_AREA';
}
