import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { hashEntry } from '../../src/domain/audit/auditTrail';
import { press } from '../kit/Browser';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';

describe('Verify Audit Trail', () => {
	let stage: Stage;
	let orders: number[];
	beforeEach(async () => {
		stage = await startStage();
		await stage.n8n.publish(readTemplate('order-release'));
		orders = [];
		// One that policy releases, and one that Marta does.
		for (const discount of [0, 25]) orders.push(await stage.desk.submit({ discount }));
		await stage.n8n.settled();
		await press(await stage.desk.linkFor('marta'), { decision: 'approved' });
		await stage.n8n.settled();
	});
	afterEach(async () => {
		await stage.close();
	});

	const verify = async (parameters: INodeParameters, item: IDataObject = {}) =>
		await runNode(stage.n8n, {
			type: 'odooRecord',
			parameters: { operation: 'verifyAuditTrail', ...parameters },
			items: [item],
		});
	const period = {
		auditScope: 'period',
		auditedFrom: '2000-01-01T00:00:00Z',
		auditedUntil: '2999-01-01T00:00:00Z',
	};
	const ofRecord = (recordId?: number) => ({
		auditScope: 'record',
		auditedModel: 'sale.order',
		auditedRecordId: String(recordId ?? 0),
	});
	const database = () => stage.odoo.server.database;
	const eventsOf = (caseId: number) =>
		database()
			.rows('x_approval_event')
			.filter((row) => row['x_case_id'] === caseId);

	it('finds all cases of a period intact, and sums them up', async () => {
		const [intact, broken] = outputs(await verify(period));
		expect({ intact, broken }).toEqual({
			intact: [
				{
					scope: { kind: 'period', from: period.auditedFrom, until: period.auditedUntil },
					intact: true,
					cases: 2,
					entries: database().rows('x_approval_event').length,
					broken: 0,
					firstBroken: null,
				},
			],
			broken: [],
		});
	});

	it('finds the cases of one record', async () => {
		const [[summary] = []] = outputs(await verify(ofRecord(orders[1])));
		expect(summary).toMatchObject({ intact: true, cases: 1 });
	});

	it('finds nothing wrong where there is nothing', async () => {
		const [[summary] = []] = outputs(await verify(ofRecord(999_999)));
		expect(summary).toMatchObject({ intact: true, cases: 0, firstBroken: null });
	});

	it('names the first entry that was altered, and the case', async () => {
		const [, voted] = eventsOf(2);
		const payload = String(voted?.['x_payload']);
		database().update('x_approval_event', voted?.id ?? 0, {
			x_payload: payload.replace('approved', 'rejected'),
		});
		const [intact, broken] = outputs(await verify(period));
		expect(intact).toEqual([]);
		expect(broken).toMatchObject([
			{ cases: 2, broken: 1, firstBroken: { caseId: 2, brokenAt: 2 } },
			{ caseId: 2, intact: false, brokenAt: 2, reason: 'its text or its hash was altered' },
		]);
	});

	it('sees by the record’s chatter that a whole trail was written anew', async () => {
		let previous = '0'.repeat(64);
		for (const row of eventsOf(2)) {
			const payload = String(row['x_payload']).replaceAll('Marta Keller', 'Someone Else');
			const hash = hashEntry(previous, payload);
			const vals = { x_payload: payload, x_previous_hash: previous, x_hash: hash };
			database().update('x_approval_event', row.id, vals);
			previous = hash;
		}
		database().update('x_approval_case', 2, { x_last_hash: previous });
		const [, broken] = outputs(await verify({ caseId: '2' }));
		expect(broken).toMatchObject([
			{
				intact: false,
				seal: 'differs',
				brokenAt: null,
				reason: "the record's chatter names another hash: the trail was written anew",
			},
		]);
	});

	it('sees that a case shows something else than its events say', async () => {
		database().update('x_approval_case', 2, { x_state: 'rejected' });
		const [, broken] = outputs(await verify({ caseId: '2' }));
		expect(broken).toMatchObject([
			{ reason: 'it is shown as rejected, but its events say approved' },
		]);
	});

	it('says that the chatter was cleared, which alone proves nothing', async () => {
		for (const { id } of database().rows('mail.message')) database().remove('mail.message', id);
		const [[intact] = []] = outputs(await verify({ caseId: '2' }));
		expect(intact).toMatchObject({ intact: true, seal: 'missing' });
	});

	it.each([
		{ name: 'an unknown case', parameters: { caseId: '99' }, says: 'There is no approval case 99' },
		{
			name: 'a period that ends before it begins',
			parameters: { ...period, auditedUntil: '1999-01-01' },
			says: 'auditedUntil: must be later than From',
		},
		{
			name: 'a date that is none',
			parameters: { ...period, auditedFrom: 'soon' },
			says: 'auditedFrom: must be a date',
		},
		{
			name: 'no record',
			parameters: { ...ofRecord(), auditedRecordId: 'none' },
			says: 'auditedRecordId: ',
		},
	])('refuses $name', async ({ parameters, says }) => {
		expect(failure(await verify(parameters))).toMatchObject({
			message: expect.stringContaining(says),
		});
	});
});
