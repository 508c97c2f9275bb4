import { describeLedger } from './describeLedger';
import { openSandboxStage } from './sandboxStage';

describeLedger('sandbox', async () => await openSandboxStage(19));
