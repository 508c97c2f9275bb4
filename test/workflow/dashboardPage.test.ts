import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { signDashboard, signForm } from '../../src/domain/links/links';
import { dashboardTextsOf } from '../../src/page/dashboard/texts/dashboardTextsOf';
import { pageHeaders } from '../../src/page/pageHeaders';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

const day = 24 * 3_600;
const key = { id: 'key-1', key: testSigningKey };
const address = 'https://n8n.example.com/webhook/approval-dashboard-link';
const texts = dashboardTextsOf('en');
const untilTomorrow = () => Math.floor(Date.now() / 1000) + day;

describe('the dashboard page', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const visit = async (changes: INodeParameters = {}, item: IDataObject = {}) =>
		await runNode(stage.n8n, {
			type: 'approvalInsights',
			parameters: {
				operation: 'dashboardPage',
				areas: [],
				dashboardAccess: 'before',
				since: new Date(Date.now() - 30 * day * 1_000).toISOString(),
				limit: 50,
				...changes,
			},
			items: [item],
		});
	const shown = async (changes: INodeParameters = {}, item: IDataObject = {}) => {
		const execution = await visit(changes, item);
		expect(execution.error).toBeUndefined();
		const [page] = outputs(execution)[0] ?? [];
		return {
			statusCode: page?.['statusCode'],
			failure: page?.['failure'],
			html: String(page?.['html']),
		};
	};
	const byLink = async (token: unknown, changes: INodeParameters = {}) => {
		const query = { dashboard: token } as IDataObject;
		return await shown({ dashboardAccess: 'signedLink', ...changes }, { query });
	};
	/** A quotation about which people are asked. */
	const anOrder = async () => {
		await stage.n8n.publish(readTemplate('order-release'));
		const orderId = await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
		return orderId;
	};
	const callsOf = async <T>(work: () => Promise<T>) => {
		const { calls, result } = await watchingCalls(work);
		return { result, calls: calls.filter((call) => !call.startsWith('x_approval_blueprint')) };
	};

	it('shows what waits and how it goes, in two calls', async () => {
		const orderId = await anOrder();
		const { calls, result } = await callsOf(async () => await shown());

		expect(calls).toEqual(['ir.actions.server/run', 'ir.actions.server/run']);
		expect(result).toMatchObject({ statusCode: 200, failure: null });
		expect(result.html).toContain('<h1>1 case waits</h1>');
		expect(result.html).toContain(
			`href="${stage.odoo.url}/mail/view?model=sale.order&amp;res_id=${orderId}"`,
		);
		expect(result.html).toContain(
			'aria-label="Waiting, by area. Sales order release: 1, 0 overdue"',
		);
		expect(result.html).toContain('aria-label="Opened and decided, by day. Opened: 1,');
	});

	it('goes with the headers of every page', async () => {
		const [page] = outputs(await visit())[0] ?? [];
		expect(page?.['headers']).toEqual(pageHeaders);
	});

	it('is told by the period that suits the time', async () => {
		await anOrder();
		const since = (days: number) => new Date(Date.now() - days * day * 1_000).toISOString();
		expect((await shown({ since: since(1) })).html).toContain('Opened and decided, by hour');
		expect((await shown({ since: since(90) })).html).toContain('Opened and decided, by week');
		expect((await shown({ since: since(365) })).html).toContain('Opened and decided, by month');
	});

	it('speaks the language of the browser, or the one that is chosen', async () => {
		const item = { headers: { 'accept-language': 'fr-CH, de;q=0.5' } };
		expect((await shown({}, item)).html).toContain('<h1>Rien n’attend</h1>');
		const options = { language: 'es', zone: 'Asia/Tokyo' };
		const { html } = await shown({ dashboardOptions: options }, item);
		expect(html).toContain('<h1>Nada espera</h1>');
		expect(html).toContain('(Asia/Tokyo)');
	});

	it.each([
		{
			on: 'a time to come',
			changes: { since: '2999-01-01T00:00:00Z' },
			words: 'since: must be in',
		},
		{ on: 'an area that is none', changes: { areas: ['sales'] }, words: '"sales"' },
	])('fails on $on, which is for whoever makes the workflow', async ({ changes, words }) => {
		expect(failure(await visit(changes))).toMatchObject({
			message: expect.stringContaining(words),
		});
	});

	it('tells the visitor when Odoo is away, and the workflow why', async () => {
		await stage.odoo.stop();
		const page = await shown({}, { headers: { 'accept-language': 'de' } });
		expect(page).toMatchObject({ statusCode: 503, failure: { code: 'ODOO_TRANSPORT' } });
		expect(page.html).toContain(dashboardTextsOf('de').faults.unavailable.text);
		expect(page.html).not.toContain(stage.odoo.url);
	});

	describe('by signed link', () => {
		const since = () => new Date(Date.now() - day * 1_000).toISOString();
		const digest = async (changes: INodeParameters = {}) => {
			const execution = await runNode(stage.n8n, {
				type: 'approvalInsights',
				parameters: { operation: 'openCases', areas: [], since: since(), limit: 50, ...changes },
				items: [{}],
			});
			expect(execution.error).toBeUndefined();
			return outputs(execution)[0]?.[0] ?? {};
		};
		const linking = { dashboardAccess: 'signedLink', dashboardUrl: address, dashboardDays: 7 };
		const tokenIn = (link: unknown) => new URL(String(link)).searchParams.get('dashboard');

		it('is opened by the link of a digest, until its days are over', async () => {
			await anOrder();
			const { dashboardUrl, message } = await digest(linking);
			expect(dashboardUrl).toMatch(`${address}?dashboard=`);
			expect(JSON.stringify(message)).toContain(String(dashboardUrl));

			const page = await byLink(tokenIn(dashboardUrl));
			expect(page).toMatchObject({ statusCode: 200, failure: null });
			expect(page.html).toContain('<h1>1 case waits</h1>');
			const [body = ''] = tokenIn(dashboardUrl)?.split('.') ?? [];
			const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
			expect(claims).toMatchObject({ areas: [], exp: expect.any(Number) });
			const { exp } = claims as { exp: number };
			expect(Math.abs(exp - Date.now() / 1_000 - 7 * day)).toBeLessThan(60);
		});

		it('is in no digest where nobody wanted it', async () => {
			const { dashboardUrl, message } = await digest();
			expect(dashboardUrl).toBeNull();
			expect(JSON.stringify(message)).not.toContain('dashboard=');
		});

		it.each(['n8n.example.com/webhook', 'javascript:alert(1)'])(
			'is not made for an address that is none: %p',
			async (dashboardUrl) => {
				const execution = await runNode(stage.n8n, {
					type: 'approvalInsights',
					parameters: {
						...{ operation: 'openCases', areas: [], since: since(), limit: 50 },
						...{ ...linking, dashboardUrl },
					},
					items: [{}],
				});
				expect(failure(execution)).toMatchObject({
					message: expect.stringContaining('dashboardUrl: '),
				});
			},
		);

		const another = { id: 'key-1', key: 'x'.repeat(32) };
		it.each<{ name: string; token: () => unknown; fault: 'invalid' | 'expired' }>([
			{ name: 'no link', token: () => undefined, fault: 'invalid' },
			{ name: 'an empty one', token: () => '', fault: 'invalid' },
			{ name: 'two of them', token: () => ['a.b', 'a.b'], fault: 'invalid' },
			{
				name: 'one that was forged',
				token: () => signDashboard({ areas: [], exp: untilTomorrow() }, another),
				fault: 'invalid',
			},
			{
				name: 'one for another purpose',
				token: () => signForm({ case: 1, step: 0, round: 1, actor: 1, exp: untilTomorrow() }, key),
				fault: 'invalid',
			},
			{
				name: 'one whose time has passed',
				token: () => signDashboard({ areas: [], exp: Math.floor(Date.now() / 1000) - 1 }, key),
				fault: 'expired',
			},
		])('is refused to $name, before Odoo is asked', async ({ token, fault }) => {
			const { calls, result } = await watchingCalls(async () => await byLink(token()));
			expect(calls).toEqual([]);
			expect(result).toMatchObject({ statusCode: 403, failure: null });
			expect(result.html).toContain(texts.faults[fault].title);
			expect(result.html).not.toContain(stage.odoo.url);
		});

		it('still opens after a change of keys, as long as the old one is kept', async () => {
			const token = signDashboard({ areas: [], exp: untilTomorrow() }, key);
			const fresh = { keyId: 'key-2', secretKey: 'y'.repeat(32) };
			const kept = { previousKeyId: key.id, previousSecretKey: key.key };
			stage.n8n.useCredential('approvalSigningApi', { ...fresh, ...kept });
			expect(await byLink(token)).toMatchObject({ statusCode: 200 });
			stage.n8n.useCredential('approvalSigningApi', fresh);
			expect(await byLink(token)).toMatchObject({ statusCode: 403 });
		});

		it('shows the areas of the link, of those that the page shows', async () => {
			await anOrder();
			const { dashboardUrl } = await digest({ ...linking, areas: ['procurement'] });
			const page = await byLink(tokenIn(dashboardUrl));
			expect(page.html).toContain('· Only Procurement');
			expect(page.html).toContain('<h1>Nothing waits</h1>');

			const both = signDashboard(
				{ areas: ['sales_order_release', 'payment_terms'], exp: untilTomorrow() },
				key,
			);
			const narrowed = await byLink(both, { areas: ['sales_order_release', 'procurement'] });
			expect(narrowed.html).toContain('· Only Sales order release<');
			expect(narrowed.html).toContain('<h1>1 case waits</h1>');
			expect(await byLink(both, { areas: ['procurement'] })).toMatchObject({ statusCode: 403 });
			const all = signDashboard({ areas: [], exp: untilTomorrow() }, key);
			expect((await byLink(all, { areas: ['procurement'] })).html).toContain('· Only Procurement<');
		});
	});

	describe('the template that serves it', () => {
		const template = readTemplate('approval-dashboard');
		const open = async () =>
			await stage.n8n.run(template, 'Open the Dashboard', [{ headers: {}, query: {} }]);

		it('answers with the page, and ends', async () => {
			const { path, error, outputsOf } = await open().then((execution) => ({
				...{ path: execution.path, error: execution.error },
				outputsOf: execution.outputsOf('Show the Page'),
			}));
			expect(error).toBeUndefined();
			expect(path).toEqual(['Open the Dashboard', 'Dashboard', 'Show the Page', 'Was It Drawn?']);
			expect(outputsOf[0]).toMatchObject([{ statusCode: 200 }]);
		});

		it('answers first when Odoo is away, and then fails, so that somebody hears of it', async () => {
			await stage.odoo.stop();
			const { path, error } = await open();
			expect(path.slice(1)).toEqual([
				'Dashboard',
				'Show the Page',
				'Was It Drawn?',
				'Odoo Did Not Answer',
			]);
			// n8n puts words of its own in the place of those that it knows.
			expect(error?.message).toContain('refused the connection');
		});

		it('asks for a password, and lets nobody in by link until somebody switches that on', () => {
			const named = (name: string) => template.nodes.find((node) => node.name === name);
			expect(named('Open the Dashboard')?.parameters['authentication']).toBe('basicAuth');
			for (const name of ['Open a Link', 'Dashboard for Links'])
				expect(named(name)?.disabled).toBe(true);
			expect(named('Dashboard for Links')?.parameters['dashboardAccess']).toBe('signedLink');
		});
	});
});
