import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { paymentTerms } from '../../scripts/templates/paymentTerms';
import { failure, outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';
import { startStage, type Stage } from '../kit/startStage';

interface Template {
	nodes: Array<{ name: string; parameters: INodeParameters }>;
	pinData: Record<string, Array<{ json: IDataObject }>>;
}

/** What an area of one's own is in n8n; the sandbox has none set up, real Odoo has (test/e2e). */
describe('an area of one’s own', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (type: string, parameters: INodeParameters, item: IDataObject = {}) =>
		await runNode(stage.n8n, { type, parameters, items: [item] });
	const gather = async (parameters: INodeParameters, item: IDataObject = {}) =>
		failure(await run('odooRecord', { operation: 'gatherFacts', ...parameters }, item));
	const eventOf = (area: string): IDataObject => ({
		schema: 'approval-case/1',
		event: {
			...{ outboxId: 1, topic: 'record', area, type: 'saved', model: 'res.partner', recordId: 1 },
			sentAt: '2031-03-03T09:00:00.000Z',
		},
	});

	describe('in Gather Facts', () => {
		it('needs somebody to say what is read', async () => {
			expect(await gather({}, eventOf('payment_terms'))).toEqual({
				message:
					'"payment_terms" is an area of your own: set What Is Read to "What I Choose", and add its facts',
				description: 'PARAMETER_INVALID',
			});
			expect(await gather({ reading: 'own' }, eventOf('payment_terms'))).toEqual({
				message: 'facts: add at least one fact',
				description: 'PARAMETER_INVALID',
			});
		});

		it('is not one of the package, nor none', async () => {
			expect(await gather({}, eventOf('none'))).toMatchObject({
				message: expect.stringContaining('The event belongs to no approval area'),
			});
		});

		it('has to be set up in Odoo', async () => {
			const id = await stage.desk.write();
			const parameters = {
				...{ source: 'record', reading: 'own', ownArea: 'my_orders', ownModel: 'sale.order' },
				...{ recordId: id, ownFacts: { rows: [{ name: 'total', path: 'amount_total' }] } },
			};

			expect(await gather(parameters)).toEqual({
				message: 'The area "my_orders" is not set up in this Odoo. Run Set Up Odoo with it first',
				description: 'PARAMETER_INVALID',
			});
		});

		it.each([
			[{ ownArea: ' ', ownModel: 'sale.order' }, 'ownArea: name the area as it was set up in Odoo'],
			[{ ownArea: 'my_orders', ownModel: 'Sale Order' }, 'ownModel: must be the name of a model'],
		])('is named with its model where a record is read by ID: %j', async (named, message) => {
			const parameters = { source: 'record', reading: 'own', recordId: 1, ...named };

			expect(await gather(parameters)).toMatchObject({ message });
		});
	});

	it('is carried out by Apply Decision as Odoo has it, and by nothing else', async () => {
		const file = structuredClone(sampleFile);
		const id = await stage.desk.write();
		const gathered = outputs(
			await run('odooRecord', {
				...{ operation: 'gatherFacts', source: 'record' },
				...{ area: 'sales_order_release', recordId: id },
			}),
		)[0]?.[0];
		const item = {
			...gathered,
			record: { ...(gathered?.['record'] as IDataObject), area: 'my_orders' },
			policy: { ...file.policy, outcome: 'auto_approve' },
		} as IDataObject;

		expect(failure(await run('odooRecord', { operation: 'applyDecision' }, item))).toMatchObject({
			message: expect.stringContaining('The area "my_orders" is not set up in this Odoo'),
		});
		expect(await stage.desk.stateOf(id)).toBe('draft');
	});

	describe('in Policy Evaluate', () => {
		const table = {
			...{ policySource: 'table', area: 'own', ownArea: 'payment_terms' },
			rules: {
				rows: [
					{ fact: 'days', operator: 'greaterThan', value: '30', reason: '{{days}} days' },
					{ join: 'and', fact: 'tier', type: 'string', operator: 'notEqual', value: 'A' },
				],
			},
			policySettings: { defaultOutcome: 'auto_approve', policyId: 'terms' },
		};
		const caseOf = (facts: IDataObject): IDataObject => ({
			...structuredClone(sampleFile),
			policy: undefined,
			record: { ...sampleFile.record, area: 'payment_terms' },
			facts,
		});
		const judge = async (facts: IDataObject) =>
			outputs(await run('policyEvaluate', table, caseOf(facts))).map(([item]) => item?.['policy']);

		it('has a table whose rows say what its facts are', async () => {
			const [, asked] = await judge({ days: 45, tier: 'B' });

			expect(asked).toMatchObject({ id: 'terms', rules: [{ reason: '45 days' }] });
			expect((await judge({ days: 45, tier: 'A' }))[0]).toMatchObject({ outcome: 'auto_approve' });
			expect((await judge({ days: null, tier: 'B' }))[1]).toMatchObject({ missingFacts: ['days'] });
		});

		it('asks people about the example of the template', async () => {
			const { nodes, pinData } = paymentTerms().toWorkflow() as unknown as Template;
			const { parameters } = nodes.find(({ name }) => name === 'Policy Evaluate') ?? {};
			const pinned = pinData['Gather Facts']?.[0]?.json ?? {};
			const facts = { ...(pinned['facts'] as IDataObject), extraDays: 15 };
			const execution = await run('policyEvaluate', parameters ?? {}, { ...pinned, facts });

			expect(outputs(execution)[1]).toMatchObject([
				{
					policy: {
						rules: [
							{ reason: 'The customer would pay after 45 days, more than 30' },
							{ reason: 'The customer would pay 15 days later, with 12,400 open' },
						],
					},
				},
			]);
		});

		it.each([
			[{ policySource: 'preset', area: 'own' }, 'An area of your own has no preset'],
			[{ ...table, ownArea: ' ' }, 'ownArea: name the area as it was set up in Odoo'],
		])('is refused where nothing says what it is: %#', async (parameters, message) => {
			const execution = await run('policyEvaluate', parameters, caseOf({ days: 1, tier: 'A' }));

			expect(failure(execution)).toMatchObject({ message: expect.stringContaining(message) });
		});
	});
});
