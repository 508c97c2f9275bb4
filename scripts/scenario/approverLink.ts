import { z } from 'zod';
import { until } from './until';
import type { StagePerson } from './Stage';

const messages = z.array(z.object({ id: z.number(), body: z.string() }));

/** The address in the newest message about a case that Odoo has sent to one approver alone. */
export async function findLink(
	{ name, odoo }: StagePerson,
	caseId: number,
	timeoutMs = 30_000,
): Promise<string> {
	return await until(`${name} got no link for case ${String(caseId)}`, timeoutMs, async () => {
		const domain = [
			['model', '=', 'x_approval_case'],
			['res_id', '=', caseId],
			['message_type', '=', 'user_notification'],
		];
		// No limit: Odoo counts to it before it leaves out what was sent to others.
		const args = { domain, fields: ['body'], order: 'id desc' };
		const sent = await odoo.call('mail.message', 'search_read', args, messages);
		// Others tell of an activity, and hold no link of ours.
		return sent.map(({ body }) => addressIn(body)).find((address) => address !== undefined);
	});
}

function addressIn(body: string): string | undefined {
	const address = /href="([^"]*[?&](?:amp;)?approval=[^"]*)"/.exec(body)?.[1];
	return address?.replaceAll('&amp;', '&');
}
