import { OdooError } from '../errors';

/** This Odoo has no ledger, so no case can be opened or decided. */
export class LedgerMissingError extends OdooError {
	readonly code = 'LEDGER_MISSING';

	constructor(call: string) {
		super(
			call,
			'Approvals are not set up in this Odoo database, or were by an older version of this package. ' +
				'Run "Set Up Odoo" with an administrator\'s credential first.',
		);
	}
}
