import { fillTemplate } from '../../scripts/scenario/templates';
import { roleGroups } from '../../scripts/templates/roleGroups';
import { describeWalkThrough } from './ownArea/describeWalkThrough';
import { openE2eStage, type E2eStage } from './stage/openE2eStage';

describe('an area of your own (real n8n, real Odoo 19)', () => {
	let opened: E2eStage | undefined;
	let core = '';
	const stage = (): E2eStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};
	beforeAll(async () => {
		opened = await openE2eStage();
		const { api, credentials } = stage().conductor;
		const { login } = stage().people.salesManager;
		const authority = {
			rows: Object.keys(roleGroups).map((role) => ({
				...{ role, kind: 'user', approver: login, limit: 0, quorum: 1 },
			})),
		};
		const people = { 'Approval Route': { authority }, Escalate: { authority } };
		core = await api.createWorkflow(await fillTemplate('approval-core', credentials, people));
		await api.activate(core);
	}, 1_800_000);
	afterAll(async () => {
		await opened?.close();
	}, 120_000);
	describeWalkThrough(stage, () => core);
});
