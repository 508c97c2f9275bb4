import { describeAdvising } from './describeAdvising';
import { describeAnomalies } from './describeAnomalies';
import { describeApplying } from './describeApplying';
import { describeAudit } from './describeAudit';
import { describeCatchingUp } from './describeCatchingUp';
import { describeCalendar } from './describeCalendar';
import { describeClaiming } from './describeClaiming';
import { describeClock } from './describeClock';
import { describeDecidingInOdoo } from './describeDecidingInOdoo';
import { describeDirectory } from './describeDirectory';
import { describeDuties } from './describeDuties';
import { describeEscalating } from './describeEscalating';
import { describeFigures } from './describeFigures';
import { describeGathering } from './describeGathering';
import { describeOpening } from './describeOpening';
import { describeOtherAreas } from './describeOtherAreas';
import { describeOutbox } from './describeOutbox';
import { describePage } from './describePage';
import { describeQueue } from './describeQueue';
import { describeRaces } from './describeRaces';
import { describeReading } from './describeReading';
import { describeRights } from './describeRights';
import { describeStandingAside } from './describeStandingAside';
import { describeSubscribing } from './describeSubscribing';
import { describeTracing } from './describeTracing';
import { describeTrail } from './describeTrail';
import { describeTrying } from './describeTrying';
import { describeVoting } from './describeVoting';
import { describeWaiting } from './describeWaiting';
import { LedgerBench } from './LedgerBench';
import type { LedgerStage } from './LedgerStage';

/**
 * What the ledger promises, wherever it runs. The stage is started once: every test works with an
 * order of its own.
 */
export function describeLedger(name: string, start: () => Promise<LedgerStage>): void {
	describe(`the ledger (${name})`, () => {
		let started: LedgerBench | undefined;
		const bench = (): LedgerBench => {
			if (!started) throw new Error('The stage did not start');
			return started;
		};

		beforeAll(async () => {
			started = await LedgerBench.open(await start());
			await started.listen();
		}, 300_000);

		afterAll(async () => {
			await started?.close();
		});

		describeReading(bench);
		describeGathering(bench);
		describeOpening(bench);
		describeTrying(bench);
		describeAdvising(bench);
		describeVoting(bench);
		describeApplying(bench);
		describeOtherAreas(bench);
		describeEscalating(bench);
		describeClock(bench);
		describeCalendar(bench);
		describeQueue(bench);
		describeFigures(bench);
		describeAnomalies(bench);
		describeWaiting(bench);
		describeOutbox(bench);
		describeSubscribing(bench);
		describeClaiming(bench);
		describeCatchingUp(bench);
		describeDecidingInOdoo(bench);
		describeDirectory(bench);
		describeStandingAside(bench);
		describeDuties(bench);
		describePage(bench);
		describeTracing(bench);
		describeTrail(bench);
		describeRights(bench);
		describeRaces(bench);
		describeAudit(bench);
	});
}
