import type { INodeParameters } from 'n8n-workflow';
import { headline, open, press } from '../kit/Browser';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { startStage, type Stage } from '../kit/startStage';

const row = { role: 'sales_manager', kind: 'user', limit: 0, quorum: 1 };
const twoLevels: INodeParameters = {
	rows: [
		{ ...row, approver: 'marta', level: 1 },
		{ ...row, approver: 'luca', level: 2 },
	],
};

describe('two steps, one after the other', () => {
	let stage: Stage;
	let execution: Execution;
	beforeEach(async () => {
		stage = await startStage();
		const template = readTemplate('order-release');
		const nodes = template.nodes.map((node) =>
			node.name === 'Approval Route'
				? { ...node, parameters: { ...node.parameters, authority: twoLevels } }
				: node,
		);
		await stage.n8n.publish({ ...template, nodes });
		await stage.n8n.publish(readTemplate('decision-relay'));
		await stage.desk.submit({ discount: 25 });
		await settled();
		execution = stage.n8n.execution('1');
	});
	afterEach(async () => {
		await stage.close();
	});

	async function settled(): Promise<void> {
		for (let round = 0; round < 3; round += 1) {
			await stage.n8n.settled();
			await stage.odoo.settled();
		}
	}

	it.each(['by link', 'in Odoo'])(
		'ask the second at once when the first approved %s',
		async (where) => {
			const first = await stage.desk.linkFor('marta');
			if (where === 'by link') await press(first, { decision: 'approved' });
			else await stage.desk.decide('marta', 1, 'approved');
			await settled();
			expect(execution.status).toBe('waiting');

			const second = await stage.desk.linkFor('luca');
			expect((await open(second)).html).toContain('Step 2 of 2');
			expect(headline(await open(first))).toBe('Others are asked now');
			const answer = await press(second, { decision: 'approved' });
			await settled();
			expect(headline(answer)).toBe('Thank you. Approved.');
			expect(execution.outputsOf('Approval Route')[1]?.[0]).toMatchObject({
				decision: { decision: 'approved', by: { name: expect.stringContaining('Luca') } },
			});
		},
	);

	it('let nobody decide both', async () => {
		await press(await stage.desk.linkFor('marta'), { decision: 'approved' });
		await settled();
		await stage.desk.decide('marta', 1, 'approved').catch(() => undefined);

		const { database } = stage.odoo.server;
		expect(database.rows('x_approval_case')).toMatchObject([{ x_state: 'pending', x_step: 1 }]);
		const types = database.rows('x_approval_event').map((event) => event['x_type']);
		expect(types.filter((type) => type === 'vote_refused')).toHaveLength(1);
	});
});
