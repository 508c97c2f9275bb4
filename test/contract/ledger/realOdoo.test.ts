import { z } from 'zod';
import { describeLedger } from './describeLedger';
import { openRealStage } from './realStage';

const serverSchema = z
	.string()
	.transform((text): unknown => JSON.parse(text))
	.pipe(
		z.object({
			url: z.string(),
			database: z.string(),
			adminLogin: z.string(),
			adminPassword: z.string(),
		}),
	);

/** Given by whoever has a real Odoo running: JSON with url, database, adminLogin, adminPassword. */
const given = process.env['LEDGER_SUITE_ODOO'];

if (given === undefined) {
	describe.skip('the ledger (real Odoo)', () => {
		it('runs where LEDGER_SUITE_ODOO names one', () => {
			expect(given).toBeDefined();
		});
	});
} else {
	describeLedger('real Odoo', async () => {
		return await openRealStage(serverSchema.parse(given), async () => {});
	});
}
