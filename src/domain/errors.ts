/**
 * Base of every error the domain raises.
 *
 * Callers branch on `code`, never on the message, which is written for people and may change.
 */
export abstract class DomainError extends Error {
	abstract readonly code: string;

	override get name(): string {
		return this.constructor.name;
	}
}
