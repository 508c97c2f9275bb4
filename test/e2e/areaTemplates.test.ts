import { areas } from '../../src/domain/areas/areas';
import { describeWalkThrough } from './ownArea/describeWalkThrough';
import { describeChecks } from './templating/describeChecks';
import { describeDashboard } from './templating/describeDashboard';
import { describeDigest } from './templating/describeDigest';
import { describeMonitoring } from './templating/describeMonitoring';
import { describeInsights } from './templating/describeInsights';
import { describeRecovery } from './templating/describeRecovery';
import { describeRecords } from './templating/describeRecords';
import { describeTracing } from './templating/describeTracing';
import { TemplateStage } from './templating/TemplateStage';

const BRINGING_MS = 1_800_000;

describe('the templates of the areas (real n8n, real Odoo 19)', () => {
	let opened: TemplateStage | undefined;
	const stage = (): TemplateStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};

	beforeAll(async () => {
		opened = await TemplateStage.open();
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	it('listen to every area', async () => {
		const known = new Set(await stage().subscribedAreas());

		expect(areas.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
		expect(known.has('none')).toBe(true);
	});

	describeRecords(stage);
	describeChecks(stage);
	describeDigest(stage);
	describeMonitoring(stage);
	describeTracing(stage);
	describeDashboard(stage);
	describeInsights(stage);
	describeRecovery(stage);
	describeWalkThrough(
		() => stage().stage,
		() => stage().core,
	);
});
