import type { FunctionsBase } from 'n8n-workflow';
import { z } from 'zod';
import { Ledger } from '../odoo/ledger/Ledger';
import { OdooClient } from '../odoo/OdooClient';
import { n8nHttpSend, type SendingContext } from './n8nHttpSend';
import { parseParameters } from './readParameters';

/** Every context of n8n in which Odoo can be called. */
export type CallingContext = SendingContext & Pick<FunctionsBase, 'getCredentials'>;

const credentialSchema = z.object({
	url: z.string(),
	database: z.string(),
	login: z.string(),
	apiKey: z.string(),
});

/** The Odoo behind the node's credential. Clients are cheap: what they share outlives them. */
export async function odooClientFrom(
	context: CallingContext,
	itemIndex?: number,
): Promise<OdooClient> {
	const credential: unknown = await context.getCredentials('odooApprovalsApi', itemIndex);
	return new OdooClient(parseParameters(credentialSchema, credential), n8nHttpSend(context));
}

/** The ledger in the Odoo behind the node's credential. */
export async function ledgerFrom(context: CallingContext, itemIndex?: number): Promise<Ledger> {
	return new Ledger(await odooClientFrom(context, itemIndex));
}
