import type { CommandOf } from '../../../src/domain/case/commands';
import { OdooAccessError, OdooProtocolError } from '../../../src/odoo/errors';
import { LedgerMissingError } from '../../../src/odoo/ledger/errors';
import { Ledger } from '../../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import { CREDENTIALS, fault, json, scriptedSend, type Step } from '../odoo/scriptedSend';

const acknowledge: CommandOf<'acknowledge'> = { command: 'acknowledge', outboxId: 5 };
const blueprint = (id: number) => json([{ id: 1, x_ledger_action_id: id }]);
const acknowledged = json({ status: 'acknowledged' });
const missing = fault('odoo.exceptions.MissingError', 'Record does not exist', 404);

/** A ledger in a database of its own, as the place of the ledger is remembered by database. */
function scriptedLedger(database: string, steps: Step[]) {
	const { send, requests } = scriptedSend(steps);
	const connections = new OdooConnections();
	const client = new OdooClient({ ...CREDENTIALS, database }, send, {
		transport: 'json2',
		connections,
	});
	return { ledger: new Ledger(client), requests };
}

describe('the ledger', () => {
	it('finds its action once, and sends the command in the context', async () => {
		const steps = [blueprint(640), acknowledged, acknowledged];
		const { ledger, requests } = scriptedLedger('once', steps);

		expect(await ledger.execute(acknowledge)).toEqual({ status: 'acknowledged' });
		expect(await ledger.execute(acknowledge)).toEqual({ status: 'acknowledged' });
		expect(requests.map(({ url }) => url.replace(CREDENTIALS.url, ''))).toEqual([
			'/json/2/x_approval_blueprint/search_read',
			'/json/2/ir.actions.server/run',
			'/json/2/ir.actions.server/run',
		]);
		expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
			ids: [640],
			context: { approval_command: acknowledge },
		});
	});

	it('looks again when it was set up anew', async () => {
		const steps = [blueprint(640), missing, blueprint(702), acknowledged];
		const { ledger, requests } = scriptedLedger('anew', steps);

		expect(await ledger.execute(acknowledge)).toEqual({ status: 'acknowledged' });
		expect(JSON.parse(requests[3]?.body ?? '')).toMatchObject({ ids: [702] });
	});

	it.each([
		{
			name: 'the model is not there',
			answer: fault('werkzeug.exceptions.NotFound', "the model 'x' does not exist", 404),
		},
		{ name: 'nothing is installed', answer: json([]) },
	])('says that approvals are not set up when $name', async ({ name, answer }) => {
		const { ledger } = scriptedLedger(name, [answer]);

		await expect(ledger.execute(acknowledge)).rejects.toBeInstanceOf(LedgerMissingError);
	});

	it('asks again after a refusal', async () => {
		const denied = fault('odoo.exceptions.AccessError', 'Not yours', 403);
		const { ledger } = scriptedLedger('refusal', [denied, blueprint(640), acknowledged]);

		await expect(ledger.execute(acknowledge)).rejects.toBeInstanceOf(OdooAccessError);
		expect(await ledger.execute(acknowledge)).toEqual({ status: 'acknowledged' });
	});

	it('sends no malformed command', async () => {
		const { ledger, requests } = scriptedLedger('malformed', []);

		const sent = ledger.execute({ command: 'acknowledge', outboxId: -1 });
		await expect(sent).rejects.toThrow('outboxId');
		expect(requests).toEqual([]);
	});

	it('takes no answer that is none of the command', async () => {
		const answer = json({ status: 'subscribed' });
		const { ledger } = scriptedLedger('other answer', [blueprint(640), answer]);

		await expect(ledger.execute(acknowledge)).rejects.toBeInstanceOf(OdooProtocolError);
	});
});
