import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import { BLUEPRINT_MODULE } from './BlueprintRecord';
import { RemovalNotConfirmedError } from './errors';

export interface RemovalReport {
	/** External ids. */
	removed: string[];
	/** Models, fields, groups and rights that stay, with the data in them. */
	kept: string[];
}

/** What somebody has to write so that everything is taken away. */
export const REMOVAL_WORDS = 'remove approvals';

const rows = z.array(z.object({ name: z.string(), model: z.string(), res_id: z.number() }));
type Row = z.infer<typeof rows>[number];

/** What runs or is shown, in the order in which it can go; guards stay as long as the data does. */
const RUNNING = [
	'ir.cron',
	'ir.filters',
	'ir.ui.menu',
	'base.automation',
	'ir.actions.server',
	'ir.actions.act_window',
	'ir.ui.view',
];

/** What holds the data. Fields go with their model, once no list of another model needs them. */
const HOLDING = [
	'ir.model.fields',
	'ir.model.access',
	'ir.model',
	'res.groups',
	'res.groups.privilege',
];

const GUARD = /_guard_/;

/**
 * Takes away what was installed. With `keepData`, cases, trails and rights stay as they are, and so
 * do the guards that keep the trail from being changed; installing again finds them.
 *
 * @param client with an administrator's credential (Settings)
 * @throws {RemovalNotConfirmedError} `confirm` is not `REMOVAL_WORDS`
 */
export async function remove(
	client: OdooClient,
	{ confirm, keepData }: { confirm: string; keepData: boolean },
): Promise<RemovalReport> {
	if (confirm.trim().toLowerCase() !== REMOVAL_WORDS) {
		throw new RemovalNotConfirmedError(
			`To remove approvals from this Odoo, confirm with the words "${REMOVAL_WORDS}"`,
		);
	}
	const domain = [['module', '=', BLUEPRINT_MODULE]];
	const args = { domain, fields: ['name', 'model', 'res_id'] };
	const found = await client.call('ir.model.data', 'search_read', args, rows);
	const going = (row: Row) => !keepData || (RUNNING.includes(row.model) && !GUARD.test(row.name));

	const doomed = found.filter(going);
	for (const model of [...RUNNING, ...HOLDING]) {
		await removeAll(client, model, doomed);
	}
	await removeExternalIds(client, doomed);
	return {
		removed: doomed.map(({ name }) => name),
		kept: found.filter((row) => !going(row)).map(({ name }) => name),
	};
}

async function removeAll(client: OdooClient, model: string, doomed: readonly Row[]): Promise<void> {
	const ids = doomed.filter((row) => row.model === model).map(({ res_id }) => res_id);
	// Some went along with others: actions with their automation, fields with their model.
	// Those that lean on another field have to go first.
	const leaning = [
		'|',
		'|',
		['ttype', '=', 'one2many'],
		['related', '!=', false],
		['compute', '!=', false],
	];
	const narrowed = model === 'ir.model.fields' ? leaning : [];
	const search = { domain: [['id', 'in', ids], ...narrowed], context: { active_test: false } };
	const present = await client.call(model, 'search', search, z.array(z.number()));
	if (present.length === 0) return;
	await client.call(model, 'unlink', { ids: present }, z.unknown(), { idempotent: true });
}

/** Odoo forgets most of them by itself, but not those of fields that went with their model. */
async function removeExternalIds(client: OdooClient, doomed: readonly Row[]): Promise<void> {
	const names = doomed.map(({ name }) => name);
	const domain = [
		['module', '=', BLUEPRINT_MODULE],
		['name', 'in', names],
	];
	const left = await client.call('ir.model.data', 'search', { domain }, z.array(z.number()));
	if (left.length === 0) return;
	await client.call('ir.model.data', 'unlink', { ids: left }, z.unknown(), { idempotent: true });
}
