/** What we provision cannot be put into this Odoo, or is not there. */
export class BlueprintError extends Error {
	readonly code: string = 'BLUEPRINT';

	override get name(): string {
		return this.constructor.name;
	}
}

/** Somebody asked to take everything away without saying so in full. */
export class RemovalNotConfirmedError extends BlueprintError {
	override readonly code = 'REMOVAL_NOT_CONFIRMED';
}
