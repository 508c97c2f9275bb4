import type { IDataObject } from 'n8n-workflow';
import { headline, press } from '../kit/Browser';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { readTemplate } from '../kit/readTemplate';
import { outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';

const rows = [{ role: 'sales_manager', kind: 'user', approver: 'marta', limit: 0, quorum: 1 }];
const route = { authority: { rows }, fallbackGroup: 'n8n_approvals.group_manager', linkDays: 14 };

describe('messages for the analyst’s own mail and chat', () => {
	let stage: Stage;
	let judged: IDataObject;
	beforeEach(async () => {
		stage = await startStage();
		await stage.n8n.publish(readTemplate('decision-relay'));
		const recordId = await stage.desk.submit({ discount: 25 });
		const area = 'sales_order_release';
		const gather = { operation: 'gatherFacts', source: 'record', area, recordId };
		const [[gathered] = []] = outputs(
			await runNode(stage.n8n, { type: 'odooRecord', parameters: gather, items: [{}] }),
		);
		const judge = { policySource: 'preset', area };
		const [, [found] = []] = outputs(
			await runNode(stage.n8n, {
				type: 'policyEvaluate',
				parameters: judge,
				items: [gathered ?? {}],
			}),
		);
		judged = found ?? {};
	});
	afterEach(async () => {
		await stage.close();
	});

	/** Route Only, whose item goes to a chat node and on to a node that waits. */
	const run = async () => {
		const workflow = sketchWorkflow({
			Start: { type: 'n8n-nodes-base.manualTrigger', to: [['Ask']] },
			Ask: {
				type: 'approvalRoute',
				parameters: { ...route, operation: 'routeOnly' },
				to: [['Wait', 'Chat']],
			},
			Chat: { type: 'n8n-nodes-base.noOp' },
			Wait: { type: 'approvalRoute', parameters: { ...route, operation: 'routeAndWait' } },
		});
		return await stage.n8n.run(workflow, 'Start', [judged]);
	};

	it('leave Route Only with everyone’s link, before a node waits for the same case', async () => {
		const execution = await run();
		const [[asked] = []] = execution.outputsOf('Ask');
		const routing = asked?.['routing'] as {
			message: { text: string };
			approvers: Array<{ link: string; message: { text: string } }>;
		};
		const [marta] = routing.approvers;
		expect(marta?.link).toContain('/odoo-approvals/page?approval=');
		expect(marta?.message.text).toContain(`Look and decide: ${marta?.link}`);
		expect(routing.message.text).not.toContain('approval=');
		expect(execution.outputsOf('Chat')[0]).toHaveLength(1);
		expect(execution.status).toBe('waiting');
		expect(stage.odoo.server.database.rows('x_approval_case')).toHaveLength(1);

		const answer = await press(marta?.link ?? '', { decision: 'approved' });
		await stage.n8n.settled();
		await stage.odoo.settled();
		await stage.n8n.settled();
		expect(headline(answer)).toBe('Thank you. Approved.');
		expect(execution.outputsOf('Wait')[1]).toMatchObject([{ decision: { decision: 'approved' } }]);
	});
});
