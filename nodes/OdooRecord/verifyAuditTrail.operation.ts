import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { verifyChain } from '../../src/domain/audit/verifyChain';
import type { Emission } from '../../src/n8n/forEachItem';
import { odooClientFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { readTrail } from '../../src/odoo/ledger/readTrail';

const INTACT = 0;
const BROKEN = 1;

const parameters = z.object({ caseId: z.coerce.number().int().positive() });

/** Checks the hash chain of a case: nothing in its trail changed, left out, added or moved. */
export async function verifyAuditTrail(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { caseId } = readParameters(context, itemIndex, parameters);
	const client = await odooClientFrom(context, itemIndex);
	const { case: view } = await new Ledger(client).execute<'show'>({ command: 'show', caseId });
	const trail = await readTrail(client, caseId);
	const verdict = verifyChain(trail, { caseId, lastHash: view.lastHash });
	return {
		output: verdict.intact ? INTACT : BROKEN,
		json: { caseId, caseName: view.name, ...verdict },
	};
}
