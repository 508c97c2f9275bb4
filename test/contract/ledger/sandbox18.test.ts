import { describeLedger } from './describeLedger';
import { openSandboxStage } from './sandboxStage';

describeLedger('sandbox as Odoo 18', async () => await openSandboxStage(18));
