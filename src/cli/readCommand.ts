import { parseArgs } from 'node:util';
import { readDate } from '../domain/policy/days';

export const usage = `Usage: n8n-nodes-odoo-approvals policy check [--json] [--at DATE] FILE…
       n8n-nodes-odoo-approvals policy schema
       n8n-nodes-odoo-approvals templates [--list]
       n8n-nodes-odoo-approvals templates --out DIR [--force] [NAME…]

policy check    checks policies as the node Policy Evaluate does before it decides;
                FILE is JSON, and - stands for the standard input
  --json        prints a report for programs
  --at DATE     warns when a policy is not in force then (such as 2026-12-31)
policy schema   prints the JSON Schema of policies
templates       lists the template workflows
  --out DIR     writes them there, or those that are named, to be imported in n8n
  --force       writes over files that are there already

  --help        prints this
  --version     prints the version of the package

Exit code: 0 all is well, 1 a policy was refused or a file was not written, 2 wrong usage
`;

export type Command =
	| { name: 'help' | 'version' | 'schema' }
	| { name: 'listTemplates' }
	| { name: 'writeTemplates'; folder: string; force: boolean; templates: readonly string[] }
	| { name: 'check'; files: readonly string[]; json: boolean; at: string | null };

/** The command line is not one of those that the usage shows. */
export class UsageError extends Error {}

const options = {
	json: { type: 'boolean', default: false },
	at: { type: 'string' },
	list: { type: 'boolean', default: false },
	out: { type: 'string' },
	force: { type: 'boolean', default: false },
	help: { type: 'boolean', short: 'h', default: false },
	version: { type: 'boolean', default: false },
} as const;

/** Reads a command line. @throws {UsageError} */
export function readCommand(args: readonly string[]): Command {
	const { values, positionals } = parse(args);
	if (values.help) return { name: 'help' };
	if (values.version) return { name: 'version' };
	const [topic, action, ...files] = positionals;
	if (topic === 'templates') return readTemplates(positionals.slice(1), values);
	switch (`${topic ?? ''} ${action ?? ''}`) {
		case 'policy check':
			if (files.length === 0) throw new UsageError('Say which file to check');
			return { name: 'check', files, json: values.json, at: readInstant(values.at) };
		case 'policy schema':
			return { name: 'schema' };
		default:
			throw new UsageError(`No such command: ${positionals.join(' ') || 'none was given'}`);
	}
}

function readTemplates(
	templates: readonly string[],
	{ out, force, list }: ReturnType<typeof parse>['values'],
): Command {
	if (out !== undefined && !list) return { name: 'writeTemplates', folder: out, force, templates };
	if (out !== undefined) throw new UsageError('Either --list or --out, not both');
	if (templates.length > 0) throw new UsageError('Say with --out where to write them');
	return { name: 'listTemplates' };
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readInstant(at: string | undefined): string | null {
	if (at === undefined) return null;
	if (readDate(at, 'utc')) return at;
	throw new UsageError(`"${at}" is no date; write it like 2026-12-31`);
}
