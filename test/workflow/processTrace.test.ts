import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TRACE_KEY } from '../../src/n8n/noteTrace';
import { textIn } from '../../sandbox/orm/rowValues';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

const TRACE_ID = /^[0-9a-f]{32}$/;

describe('one business event from the save to its end', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const rows = (model: string) => stage.odoo.server.database.rows(model);
	const noted = (execution: Execution) => execution.load().resultData.metadata?.[TRACE_KEY];
	/** A quotation about which people are asked. */
	const waitingOrder = async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		await stage.n8n.publish(readTemplate('decision-relay'));
		const orderId = await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
		return orderId;
	};
	/** One that was released, since somebody approved it in Odoo. */
	const releasedOrder = async () => {
		const orderId = await waitingOrder();
		await stage.desk.decide('marta', 1, 'approved');
		await stage.odoo.settled();
		await stage.n8n.settled();
		return orderId;
	};
	const trace = async (parameters: INodeParameters, items: IDataObject[] = [{}]) =>
		await runNode(stage.n8n, {
			type: 'approvalInsights',
			parameters: { operation: 'processTrace', ...parameters },
			items,
		});
	const traced = async (parameters: INodeParameters, items?: IDataObject[]) => {
		const execution = await trace(parameters, items);
		expect(execution.error).toBeUndefined();
		return outputs(execution)[0]?.[0] ?? {};
	};
	const byRecord = (id: number | string, model = 'sale.order') => ({
		findBy: 'record',
		traceModel: model,
		traceRecordId: String(id),
	});

	it('has one id in its events, its case, its items and its executions', async () => {
		await releasedOrder();
		const ids = [...rows('x_approval_outbox'), ...rows('x_approval_case')].map((row) =>
			textIn(row, 'x_trace_id'),
		);
		const { executions } = stage.n8n;

		expect(executions.length).toBeGreaterThan(1);
		const [traceId = ''] = ids;
		expect(traceId).toMatch(TRACE_ID);
		expect(new Set([...ids, ...executions.map(noted)])).toEqual(new Set([traceId]));
		const [release] = executions;
		expect(release?.outputsOf('Odoo Trigger')[0]?.[0]).toMatchObject({ event: { traceId } });
		expect(release?.outputsOf('Approval Route').flat()[0]).toMatchObject({
			routing: { traceId },
		});
		expect(release?.outputsOf('Apply Decision').flat()[0]).toMatchObject({
			outcome: { traceId },
		});
	});

	it('is noted with an execution that fails as well', async () => {
		const execution = await runNode(stage.n8n, {
			type: 'approvalRoute',
			parameters: { operation: 'routeOnly' },
			items: [{ schema: 'approval-case/1', event: { traceId: 'ab'.repeat(16) } }],
		});
		expect(execution.error).toBeDefined();
		expect(noted(execution)).toBe('ab'.repeat(16));
	});

	it('is followed by its record, its case or its id, in one call', async () => {
		const orderId = await releasedOrder();
		const traceId = textIn(rows('x_approval_case')[0] ?? { id: 0 }, 'x_trace_id');
		const { calls, result } = await watchingCalls(async () => await traced(byRecord(orderId)));

		expect(calls.filter((call) => !call.startsWith('x_approval_blueprint'))).toEqual([
			'ir.actions.server/run',
		]);
		const { url } = stage.odoo;
		expect(result).toMatchObject({
			found: true,
			statusCode: 200,
			failure: null,
			cut: false,
			traceIds: [traceId],
			record: { url: `${url}/mail/view?model=sale.order&res_id=${String(orderId)}` },
			cases: [
				{
					id: 1,
					url: `${url}/mail/view?model=x_approval_case&res_id=1`,
					laps: { total: expect.any(Number), waiting: expect.any(Number) },
				},
			],
			html: expect.stringContaining('<html lang="en">'),
		});
		const { events, steps } = result as {
			events: IDataObject[];
			steps: IDataObject[];
		};
		const [first] = events;
		const released = `${stage.n8n.url}/workflow/workflow-1/executions/${String(first?.['executionId'])}`;
		expect(first?.['executionUrl']).toBe(released);
		expect(steps[0]).toMatchObject({
			kind: 'event_written',
			what: 'Event written',
			said: 'asks for approval',
			secondsSince: null,
		});
		expect(steps.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['opened', 'approved', 'released', 'event_acknowledged']),
		);

		const ofCase = await traced({ findBy: 'caseId', traceCaseId: '1' });
		const spelled = traceId.toUpperCase().replace(/^(.{8})/, '$1-');
		const ofId = await traced({ findBy: 'traceId', traceId: spelled });
		expect(ofCase['cases']).toEqual(result['cases']);
		expect(ofId['cases']).toEqual(result['cases']);
	});

	it('is found by what the item before says', async () => {
		const orderId = await waitingOrder();
		const item = { record: { model: 'sale.order', id: orderId } };
		expect(await traced({}, [item])).toMatchObject({ found: true, record: { id: orderId } });
	});

	it('says that nothing is known where nothing is', async () => {
		expect(await traced(byRecord(42, 'res.partner'))).toMatchObject({
			found: false,
			statusCode: 404,
			record: null,
			cases: [],
			events: [],
			steps: [],
			html: expect.stringContaining('Nothing is known about res.partner 42'),
		});
	});

	it('speaks the language and shows the clock that it is told to', async () => {
		const orderId = await waitingOrder();
		const { html } = await traced({
			...byRecord(orderId),
			traceOptions: { language: 'de', zone: 'Asia/Tokyo' },
		});
		expect(html).toEqual(expect.stringContaining('<html lang="de">'));
		expect(html).toEqual(expect.stringContaining('(Asia/Tokyo)'));
	});

	it.each([
		{ on: 'no record', parameters: byRecord(' '), words: 'traceRecordId' },
		{ on: 'a number that is none', parameters: byRecord('forty'), words: 'traceRecordId' },
		{ on: 'a number too large', parameters: byRecord(3_000_000_000), words: 'traceRecordId' },
		{ on: 'a model that is none', parameters: byRecord(1, 'no model'), words: 'traceModel' },
		{
			on: 'an id that is none',
			parameters: { findBy: 'traceId', traceId: 'xyz' },
			words: 'traceId: must be 32 hexadecimal digits',
		},
		{ on: 'no case', parameters: { findBy: 'caseId', traceCaseId: '0' }, words: 'traceCaseId' },
	])('refuses $on', async ({ parameters, words }) => {
		expect(failure(await trace(parameters))).toMatchObject({
			message: expect.stringContaining(words),
			description: 'PARAMETER_INVALID',
		});
	});

	describe('the template with the page', () => {
		const template = readTemplate('process-trace');
		const asked = async (query: IDataObject, headers: IDataObject = {}) =>
			await stage.n8n.run(template, 'Asked by Browser', [{ query, headers }]);
		const answer = (execution: Execution) => execution.outputsOf('Show the Page')[0]?.[0];

		it('shows the page of a record, a case and an id', async () => {
			const orderId = await waitingOrder();
			for (const query of [{ model: 'sale.order', id: String(orderId) }, { case: '1' }]) {
				const execution = await asked({ ...query, lang: 'fr' });
				expect(execution.error).toBeUndefined();
				expect(answer(execution)).toMatchObject({
					status: 200,
					body: expect.stringContaining('<html lang="fr">'),
				});
			}
		});

		it.each<{ what: string; query: IDataObject; status: number; words: string }>([
			{
				what: 'what nobody knows',
				query: { trace: 'ab'.repeat(16), lang: 'xx' },
				status: 404,
				words: 'Nothing is known about this trace ID',
			},
			{
				what: 'no question',
				query: {},
				status: 400,
				words: 'This address says nothing that can be looked for',
			},
			{
				what: 'two questions at once',
				query: { trace: ['ab', 'cd'] },
				status: 400,
				words: 'This address says nothing that can be looked for',
			},
			{
				what: 'two numbers at once',
				query: { case: ['1'] },
				status: 400,
				words: 'This address says nothing that can be looked for',
			},
		])('answers $what with $status', async ({ query, status, words }) => {
			const execution = await asked(query);
			expect(execution.error).toBeUndefined();
			expect(answer(execution)).toMatchObject({ status, body: expect.stringContaining(words) });
		});

		it('speaks the language of the browser, unless the address asks for another', async () => {
			const german = { 'accept-language': 'de-AT,de;q=0.9' };
			expect(answer(await asked({}, german))).toMatchObject({
				status: 400,
				body: expect.stringContaining('<html lang="de">'),
			});
			expect(answer(await asked({ case: '7', lang: 'es' }, german))).toMatchObject({
				status: 404,
				body: expect.stringContaining('<html lang="es">'),
			});
		});

		it('answers 503 and fails when Odoo does not answer', async () => {
			const { url, database } = stage.odoo;
			const away = { url, database, login: 'integration', apiKey: 'another' };
			stage.n8n.useCredential('odooApprovalsApi', away);
			const execution = await asked({ case: '1' });
			expect(execution.lastNode).toBe('Odoo Did Not Answer');
			expect(execution.error?.message).toContain('ODOO_KEY_REFUSED');
			expect(execution.outputsOf('Show the Page')[0]?.[0]).toMatchObject({
				status: 503,
				body: expect.stringContaining('Odoo does not answer right now'),
			});
		});

		it('is tried in the editor with a record of one’s own choice', async () => {
			const execution = await stage.n8n.run(template, 'Try It Now', [{}]);
			expect(execution.path).toEqual([
				'Try It Now',
				'Which Record',
				'Process Trace',
				'Show the Page',
				'Could It Be Read?',
			]);
		});
	});
});
