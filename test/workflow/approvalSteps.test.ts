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

const twoOfTwo: INodeParameters = {
	rows: ['marta', 'luca'].map((approver) => ({ ...row, approver, level: 1, quorum: 2 })),
};

let stage: Stage;
let execution: Execution;
afterEach(async () => {
	await stage.close();
});

/** An order that waits for the people whom an authority names. */
async function waitFor(authority: INodeParameters): Promise<void> {
	stage = await startStage();
	const template = readTemplate('order-release');
	const nodes = template.nodes.map((node) =>
		node.name === 'Approval Route'
			? { ...node, parameters: { ...node.parameters, authority } }
			: node,
	);
	await stage.n8n.publish({ ...template, nodes });
	await stage.n8n.publish(readTemplate('decision-relay'));
	await stage.desk.submit({ discount: 25 });
	await settled();
	execution = stage.n8n.execution('1');
}

async function settled(): Promise<void> {
	for (let round = 0; round < 3; round += 1) {
		await stage.n8n.settled();
		await stage.odoo.settled();
	}
}

describe('two votes in one wait', () => {
	beforeEach(async () => {
		await waitFor(twoOfTwo);
	});

	it('wake the execution once, with the second, whoever presses how often', async () => {
		const [marta, luca] = [await stage.desk.linkFor('marta'), await stage.desk.linkFor('luca')];
		for (const time of [1, 2]) {
			await press(marta, { decision: 'approved' });
			await settled();
			expect({ time, status: execution.status }).toEqual({ time, status: 'waiting' });
		}
		await Promise.all([
			press(luca, { decision: 'approved' }),
			press(luca, { decision: 'approved' }),
		]);
		await settled();
		expect(execution.outputsOf('Approval Route')[1]).toHaveLength(1);
		const { database } = stage.odoo.server;
		const votes = database.rows('x_approval_event').filter((one) => one['x_type'] === 'voted');
		expect(votes).toHaveLength(2);
		expect(database.rows('x_approval_case')).toMatchObject([
			{ x_state: 'approved', x_outcome: 'released' },
		]);
	});

	it('are not waited for when the first rejects', async () => {
		const rejected = { decision: 'rejected', reason: 'Too thin', reasonCode: 'margin' };
		await press(await stage.desk.linkFor('marta'), rejected);
		await settled();
		expect(execution.outputsOf('Approval Route')[2]).toHaveLength(1);
	});
});

describe('two steps, one after the other', () => {
	beforeEach(async () => {
		await waitFor(twoLevels);
	});

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
