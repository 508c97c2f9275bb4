import { describeFiguresOverHistory } from './insights/describeFiguresOverHistory';
import { describeFindings } from './insights/describeFindings';
import { describeMetricsOverHistory } from './insights/describeMetricsOverHistory';
import { HistoryStage } from '../../scripts/history/HistoryStage';

describe('what the ledger tells of a long history (real Odoo 19)', () => {
	let opened: HistoryStage | undefined;
	const stage = (): HistoryStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};
	beforeAll(async () => {
		opened = await HistoryStage.open();
	}, 300_000);
	afterAll(async () => {
		await opened?.close();
	});

	describeFiguresOverHistory(stage);
	describeFindings(stage);
	describeMetricsOverHistory(stage);
});
