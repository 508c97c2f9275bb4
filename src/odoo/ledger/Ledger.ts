import { z } from 'zod';
import type { CommandName, GivenCommand } from '../../domain/case/commands';
import { ledgerCommandSchema } from '../../domain/case/commands';
import { type CommandResults, commandResultSchemas } from '../../domain/case/commandResults';
import { BoundedMemory } from '../BoundedMemory';
import { OdooMissingError, OdooRequestError } from '../errors';
import type { OdooClient } from '../OdooClient';
import { LedgerMissingError } from './errors';

/** Where the programs are in each database; they only move when approvals are set up anew. */
const actionIds = new BoundedMemory<Promise<number>>({ size: 200 });

/** Which field of the blueprint says where a program is. */
type ProgramField = 'x_ledger_action_id' | 'x_insights_action_id';

/** Commands that only look; their program is another one. */
const looks: ReadonlySet<CommandName> = new Set([
	'queue',
	'figures',
	'anomalies',
	'trace',
] satisfies CommandName[]);

/** As a mapped type, so that a command's name picks its own result. */
const resultSchemas: {
	[Name in CommandName]: z.ZodType<CommandResults[Name], z.ZodTypeDef, unknown>;
} = commandResultSchemas;

const noOne = (): void => undefined;

const BLUEPRINT_READ = 'x_approval_blueprint.search_read';

/** Runs commands about approval cases in Odoo, each of them in one transaction there. */
export class Ledger {
	/** @param heard is told what was answered to which command */
	constructor(
		private readonly client: OdooClient,
		private readonly heard: (
			name: CommandName,
			answer: CommandResults[CommandName],
		) => void = noOne,
	) {}

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
		const field = looks.has(command.command) ? 'x_insights_action_id' : 'x_ledger_action_id';
		try {
			return await this.run(field, command.command, checked);
		} catch (error) {
			if (!(error instanceof OdooMissingError)) throw error;
			// Set up anew since: the action has another id now.
			actionIds.forget(this.keyOf(field));
			return await this.run(field, command.command, checked);
		}
	}

	private async run<Name extends CommandName>(
		field: ProgramField,
		name: Name,
		command: unknown,
	): Promise<CommandResults[Name]> {
		const args = { ids: [await this.actionId(field)], context: { approval_command: command } };
		const answer = await this.client.call('ir.actions.server', 'run', args, resultSchemas[name], {
			idempotent: true,
		});
		this.heard(name, answer);
		return answer;
	}

	private async actionId(field: ProgramField): Promise<number> {
		const key = this.keyOf(field);
		return await actionIds.recall(key, 0, () => {
			const reading = this.readActionId(field);
			reading.catch(() => {
				actionIds.forget(key);
			});
			return reading;
		});
	}

	private keyOf(field: ProgramField): string {
		return `${this.client.databaseKey} ${field}`;
	}

	private async readActionId(field: ProgramField): Promise<number> {
		const rows = z.array(z.object({ [field]: z.number().int().positive() }));
		const args = { domain: [], fields: [field], limit: 1 };
		const [row] = await this.client
			.call('x_approval_blueprint', 'search_read', args, rows)
			.catch((error: unknown) => {
				if (!(error instanceof OdooRequestError)) throw error;
				throw new LedgerMissingError(BLUEPRINT_READ);
			});
		const id = row?.[field];
		if (id === undefined) throw new LedgerMissingError(BLUEPRINT_READ);
		return id;
	}
}
