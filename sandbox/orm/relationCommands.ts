import { z } from 'zod';
import { missingError, notImplemented } from '../OdooFault';
import type { Environment } from './Environment';
import type { Field } from './fields';

const commandsSchema = z.array(
	z.union([
		z.tuple([z.literal(0), z.unknown(), z.record(z.unknown())]),
		z.tuple([z.literal(1), z.number(), z.record(z.unknown())]),
		z.tuple([z.literal(2), z.number()]).rest(z.unknown()),
		z.tuple([z.literal(3), z.number()]).rest(z.unknown()),
		z.tuple([z.literal(4), z.number()]).rest(z.unknown()),
		z.tuple([z.literal(5)]).rest(z.unknown()),
		z.tuple([z.literal(6), z.unknown(), z.array(z.number())]),
	]),
);
export type RelationCommand = z.infer<typeof commandsSchema>[number];

/** Ids of a many2many after Odoo's commands: 3 unlink, 4 link, 5 clear, 6 replace. */
export function linkedIds(
	held: unknown,
	commands: unknown,
	environment: Environment,
	{ relation = '', label }: Field,
): number[] {
	const before: number[] = Array.isArray(held) ? held.filter((one) => typeof one === 'number') : [];
	const ids = parseCommands(commands, label).reduce(link, before);
	for (const id of ids) {
		if (!environment.database.find(relation, id))
			throw missingError(relation, id, environment.userId);
	}
	return ids;
}

function link(ids: number[], command: RelationCommand): number[] {
	if (command[0] === 3) return ids.filter((id) => id !== command[1]);
	if (command[0] === 4) return [...new Set([...ids, command[1]])];
	if (command[0] === 5) return [];
	if (command[0] === 6) return command[2];
	throw notImplemented(`Command ${command[0]} on a many2many`);
}

/** Commands on a relation, as they came from outside. */
export function parseCommands(commands: unknown, where: string): RelationCommand[] {
	const parsed = commandsSchema.safeParse(commands);
	if (!parsed.success) throw notImplemented(`Writing ${JSON.stringify(commands)} to ${where}`);
	return parsed.data;
}
