import type { FunctionsBase } from 'n8n-workflow';
import { z } from 'zod';
import { Ledger } from '../odoo/ledger/Ledger';
import { OdooClient } from '../odoo/OdooClient';
import { normaliseCredentials, type OdooCredentials } from '../odoo/OdooCredentials';
import { logStep, type LoggingContext } from './logSteps';
import { n8nHttpSend, type SendingContext } from './n8nHttpSend';
import { parseParameters } from './readParameters';

type CredentialContext = Pick<FunctionsBase, 'getCredentials'>;

/** Every context of n8n in which Odoo can be called. */
export type CallingContext = SendingContext & CredentialContext & LoggingContext;

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
	return new OdooClient(await credentialsFrom(context, itemIndex), n8nHttpSend(context));
}

/** The ledger in the Odoo behind the node's credential. n8n's log tells of every step it takes. */
export async function ledgerFrom(context: CallingContext, itemIndex?: number): Promise<Ledger> {
	return new Ledger(await odooClientFrom(context, itemIndex), (name, answer) => {
		logStep(context, name, answer);
	});
}

/**
 * Where a record is found in Odoo's web client. It is the address that Odoo's own mails use, and
 * means the same in every version.
 */
export async function recordUrlFrom(
	context: CredentialContext,
	{ model, id }: { model: string; id: number },
	itemIndex?: number,
): Promise<string> {
	return (await recordLinksFrom(context, itemIndex))({ model, id });
}

/** The same for many records. */
export async function recordLinksFrom(
	context: CredentialContext,
	itemIndex?: number,
): Promise<(record: { model: string; id: number }) => string> {
	const { url } = await credentialsFrom(context, itemIndex);
	return ({ model, id }) => `${url}/mail/view?model=${encodeURIComponent(model)}&res_id=${id}`;
}

/** Where a list that approvals have in Odoo is found in its web client, by its external name. */
export async function listLinksFrom(
	context: CredentialContext,
	itemIndex?: number,
): Promise<(list: string) => string> {
	const { url } = await credentialsFrom(context, itemIndex);
	return (list) => `${url}/odoo/action-n8n_approvals.${list}`;
}

async function credentialsFrom(
	context: CredentialContext,
	itemIndex?: number,
): Promise<OdooCredentials> {
	const credential: unknown = await context.getCredentials('odooApprovalsApi', itemIndex);
	return normaliseCredentials(parseParameters(credentialSchema, credential));
}
