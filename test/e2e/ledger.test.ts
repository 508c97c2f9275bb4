import { startOdoo } from '../../scripts/real/odoo';
import { describeLedger } from '../contract/ledger/describeLedger';
import { openRealStage } from '../contract/ledger/realStage';

// Some tests open a dozen cases, each in a transaction of its own, and an event that did not get
// through at once is sent again after a minute.
jest.setTimeout(150_000);

describeLedger('real Odoo 19', async () => {
	// Enough for the races that the suite runs beside each other.
	const odoo = await startOdoo({ workers: 8 });
	try {
		return await openRealStage(odoo, async () => {
			await odoo.drop();
		});
	} catch (error) {
		await odoo.drop();
		throw error;
	}
});
