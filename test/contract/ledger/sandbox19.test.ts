import { describeLedger } from './describeLedger';
import { openSandboxStage } from './sandboxStage';

describeLedger('sandbox as Odoo 19', async () => await openSandboxStage(19));
