import { z } from 'zod';
import type { CommandName, GivenCommand } from '../../domain/case/commands';
import { ledgerCommandSchema } from '../../domain/case/commands';
import { type CommandResults, commandResultSchemas } from '../../domain/case/commandResults';
import { BoundedMemory } from '../BoundedMemory';
import { OdooMissingError, OdooRequestError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { LedgerMissingError } from './errors';

/** Where the ledger is in each database; it only moves when approvals are set up anew. */
const actionIds = new BoundedMemory<Promise<number>>({ size: 200 });

const blueprintRows = z.array(z.object({ x_ledger_action_id: z.number().int().positive() }));

/** As a mapped type, so that a command's name picks its own result. */
const resultSchemas: {
	[Name in CommandName]: z.ZodType<CommandResults[Name], z.ZodTypeDef, unknown>;
} = commandResultSchemas;

const BLUEPRINT_READ = 'x_approval_blueprint.search_read';

/** Runs commands about approval cases in Odoo, each of them in one transaction there. */
export class Ledger {
	constructor(private readonly client: OdooClient) {}

	/**
	 * Runs one command. Every command may be said twice: it counts once.
	 *
	 * @throws {LedgerMissingError} approvals are not set up in this database
	 * @throws {OdooError} Odoo refused, or did not answer
	 */
	async execute<Name extends CommandName>(
		command: GivenCommand<Name>,
	): Promise<CommandResults[Name]> {
		const checked = ledgerCommandSchema.parse(command);
		try {
			return await this.run(command.command, checked);
		} catch (error) {
			if (!(error instanceof OdooMissingError)) throw error;
			// Set up anew since: the action has another id now.
			actionIds.forget(this.client.databaseKey);
			return await this.run(command.command, checked);
		}
	}

	private async run<Name extends CommandName>(
		name: Name,
		command: unknown,
	): Promise<CommandResults[Name]> {
		const args = { ids: [await this.actionId()], context: { approval_command: command } };
		return await this.client.call('ir.actions.server', 'run', args, resultSchemas[name], {
			idempotent: true,
		});
	}

	private async actionId(): Promise<number> {
		const key = this.client.databaseKey;
		return await actionIds.recall(key, 0, () => {
			const reading = this.readActionId();
			reading.catch(() => {
				actionIds.forget(key);
			});
			return reading;
		});
	}

	private async readActionId(): Promise<number> {
		const args = { domain: [], fields: ['x_ledger_action_id'], limit: 1 };
		const [row] = await this.client
			.call('x_approval_blueprint', 'search_read', args, blueprintRows)
			.catch((error: unknown) => {
				if (!(error instanceof OdooRequestError)) throw error;
				throw new LedgerMissingError(BLUEPRINT_READ);
			});
		if (!row) throw new LedgerMissingError(BLUEPRINT_READ);
		return row.x_ledger_action_id;
	}
}
