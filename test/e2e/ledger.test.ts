import { startOdoo } from '../../scripts/real/odoo';
import { describeLedger } from '../contract/ledger/describeLedger';
import { openRealStage } from '../contract/ledger/realStage';

describeLedger('real Odoo 19', async () => {
	const odoo = await startOdoo();
	return await openRealStage(odoo, async () => {
		await odoo.drop();
	});
});
