import { RemovalNotConfirmedError } from '../../../src/odoo/blueprint/errors';
import { remove } from '../../../src/odoo/blueprint/remove';
import { scriptedClient } from '../odoo/scriptedSend';

describe('removing approvals', () => {
	it.each(['', 'yes', 'remove', 'remove approvals!'])(
		'asks for its own words, and "%s" are not these',
		async (confirm) => {
			const { client, requests } = scriptedClient([]);
			const removing = remove(client, { confirm, keepData: false });

			await expect(removing).rejects.toBeInstanceOf(RemovalNotConfirmedError);
			expect(requests).toEqual([]);
		},
	);
});
