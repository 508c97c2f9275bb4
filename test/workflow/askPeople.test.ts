import { atDueTime } from '../kit/atTime';
import { open, press } from '../kit/Browser';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { startStage, type Stage } from '../kit/startStage';

/** Whom the sandbox has, for a role that the template asks another group for. */
const people = {
	authority: {
		rows: [
			{ role: 'credit_manager', kind: 'user', approver: 'marta', limit: 0, quorum: 1 },
			{ role: 'finance', kind: 'user', approver: 'henrik', limit: 0, quorum: 1 },
		],
	},
};

/** A workflow of an area, and the one that it hands people's cases over to. */
describe('the templates credit-release and approval-core', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
		const core = readTemplate('approval-core', { 'Approval Route': people, Escalate: people });
		const { id } = await stage.n8n.publish(core);
		const workflowId = { __rl: true, mode: 'list', value: id };
		await stage.n8n.publish(readTemplate('credit-release', { 'Ask People': { workflowId } }));
	});
	afterEach(async () => {
		jest.useRealTimers();
		await stage.close();
	});

	/** An order whose customer's books this Odoo does not keep: people decide. */
	const waitingOrder = async () => {
		const id = await stage.desk.submit();
		await stage.n8n.settled();
		return { id, ...executions() };
	};
	/** What has run, by the workflow: the area's and the common one's, the newest of each. */
	const executions = () => {
		const find = (node: string) => {
			const found = stage.n8n.executions.findLast(({ path }) => path.includes(node));
			if (!found) throw new Error(`Nothing has run ${node}`);
			return found;
		};
		return { area: find('Gather Facts'), core: find('AI Summarize') };
	};
	const onTime = async (execution: Execution) => {
		atDueTime(execution);
		await stage.n8n.fireTimer(execution);
	};

	it('hands over what policy leaves to people, and releases what they approve', async () => {
		const { id, area, core } = await waitingOrder();
		expect(area.path.slice(-4)).toEqual([
			'Ask the Credit Bureau',
			'Add the Score',
			'Policy Evaluate',
			'Ask People',
		]);
		expect(core.error?.message).toBeUndefined();
		expect([area.status, core.status]).toEqual(['success', 'waiting']);

		const link = await stage.desk.linkFor('marta');
		expect((await open(link)).html).toContain('this Odoo keeps no credit limits');
		await press(link, { decision: 'approved' });
		await stage.n8n.settled();

		expect(core.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			decision: { by: { name: 'Marta Keller' } },
			outcome: { outcome: 'released', recordState: 'sale' },
		});
		expect(await stage.desk.stateOf(id)).toBe('sale');
	});

	it('judges anew in the workflow of the area what changed meanwhile', async () => {
		const { id, core } = await waitingOrder();
		const link = await stage.desk.linkFor('marta');
		await stage.desk.changeDiscount(id, 1);
		await press(link, { decision: 'approved' });
		await stage.n8n.settled();

		expect(core.path.at(-1)).toBe('Start Over');
		const again = executions();
		expect(again.core).not.toBe(core);
		expect(again.core.status).toBe('waiting');
		await press(await stage.desk.linkFor('marta'), { decision: 'approved' });
		await stage.n8n.settled();
		expect(await stage.desk.stateOf(id)).toBe('sale');
	});

	it('reminds, and then asks the fallback group', async () => {
		const { core } = await waitingOrder();
		await onTime(core);
		expect(core.outputsOf('Escalate')[0]?.[0]).toMatchObject({ escalation: { action: 'remind' } });
		await onTime(core);
		expect(core.outputsOf('Escalate')[0]?.[0]).toMatchObject({
			escalation: { action: 'fallback' },
		});
	});
});
