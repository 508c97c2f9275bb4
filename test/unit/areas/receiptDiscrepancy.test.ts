import type { RecordAnswer } from '../../../src/domain/areas/Area';
import { receiptDiscrepancy } from '../../../src/domain/areas/receiptDiscrepancy/receiptDiscrepancy';
import { policyHash } from '../../../src/domain/policy/compilePolicy';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aMove, aReceipt, type Beside, gatherReceipt as gather, now } from './sampleReceipt';

describe('what is gathered of a receipt', () => {
	it('says why nothing is known where orders may not be read', () => {
		const related: RecordAnswer['related'] = {
			orderLines: { absent: 'forbidden' },
			earlierReceipts: { rows: [] },
		};
		const { facts, unknown, lines } = receiptDiscrepancy.gather(
			answering(aReceipt({ partner_id: false }), { related }),
			now,
		);
		expect(facts).toMatchObject({ shortPercent: null, billedAhead: null, region: null });
		expect(unknown).toMatchObject({
			shortPercent: 'the integration user may not read purchase order lines (purchase.order.line)',
			shortShipments30Days: 'the receipt names no supplier',
		});
		expect(lines.rows).toEqual([]);
	});

	it('is asked by who counted last, and everybody who counted has a hand in it', () => {
		const first = aMove({
			id: 82,
			write_uid: { id: 8, display_name: 'Sam' },
			write_date: '2030-02-27 08:00:00',
		});
		expect(gather({ moves: [first, aMove()] })).toMatchObject({
			requester: { id: 7, name: 'Rita' },
			involvedIds: [7, 1, 8],
		});
		const user_id = { id: 9, display_name: 'Responsible' };
		expect(gather({ receipt: { user_id } })).toMatchObject({
			requester: { id: 9 },
			involvedIds: [9, 1, 7],
		});
	});

	it('watches what was counted', () => {
		expect(gather({}).watched).toEqual({
			fields: { partner_id: 40 },
			lines: {
				move_ids: [
					{
						id: 81,
						product_id: 5,
						product_qty: 10,
						quantity: 10,
						picked: true,
						purchase_line_id: 31,
					},
				],
			},
			lineFields: {
				move_ids: ['product_id', 'product_qty', 'quantity', 'picked', 'purchase_line_id'],
			},
		});
	});

	it('shows what differs, line by line', () => {
		const moves = [aMove({ counted: 7 }), aMove({ purchase_line_id: false, counted: 2 })];
		const { figures, lines } = gather({ moves });
		expect(figures).toContainEqual({ label: 'Orders', value: 'P00021' });
		expect(figures).toContainEqual({ label: 'Most short of a line', value: '30 %' });
		expect(figures).toContainEqual({
			label: 'Value of the difference',
			value: 'not known: no order tells a price of Valve',
		});
		expect(lines.rows).toEqual([
			['Valve', 'Units', '10', '7', '-3', '-300.00 USD'],
			['Valve', 'Units', '0', '2', '2', 'not known'],
		]);
	});
});

describe('the policy for receipts', () => {
	const policy = receiptDiscrepancy.defaultPolicy;

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
		expect(policyHash(policy)).toMatch(/^[0-9a-f]{64}$/);
	});

	it.each<{ name: string; beside: Beside; outcome: string; role: string | null }>([
		{ name: 'as ordered', beside: {}, outcome: 'auto_approve', role: null },
		{
			name: 'short',
			beside: { moves: [aMove({ counted: 9 })] },
			outcome: 'require_approval',
			role: 'buyer',
		},
		{
			name: 'over',
			beside: { moves: [aMove({ counted: 11 })] },
			outcome: 'require_approval',
			role: 'warehouse_manager',
		},
	])('decides by the facts that are gathered: $name', async ({ beside, outcome, role }) => {
		expect(await evaluate(policy, gather(beside).facts)).toMatchObject({ outcome, role });
	});
});
