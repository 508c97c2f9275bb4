import { atTime } from '../kit/atTime';
import { readTemplate } from '../kit/readTemplate';
import { startStage, type Stage } from '../kit/startStage';

const day = 86_400_000;

describe('the overdue sweep template', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		jest.useRealTimers();
		await stage.close();
	});

	const sweep = async () => {
		const execution = await stage.n8n.run(readTemplate('overdue-sweep'), 'Sweep Now', [{}]);
		expect(execution.error).toBeUndefined();
		return execution;
	};

	it('escalates what is due, each time a rung, until the manual queue; then it leaves it alone', async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
		expect((await sweep()).path).toEqual(['Sweep Now', 'Find Due Cases']);

		atTime(Date.now() + 7 * day);
		const asked = await sweep();
		expect(asked.outputsOf('Escalate')[0]).toMatchObject([
			{ escalation: { level: 2, action: 'ask', to: [{}, { name: 'Henrik Olsen' }, {}] } },
		]);

		atTime(Date.now() + 7 * day);
		const queued = await sweep();
		expect(queued.path.at(-1)).toBe('In the Manual Queue');
		expect(queued.outputsOf('Escalate')[1]).toMatchObject([
			{ escalation: { exhausted: true, to: [{ name: 'Elena Petrova' }] } },
		]);

		atTime(Date.now() + 7 * day);
		expect((await sweep()).path).toEqual(['Sweep Now', 'Find Due Cases']);
	});
});
