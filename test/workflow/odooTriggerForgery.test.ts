import fc from 'fast-check';
import { signBody } from '../../src/domain/events/webhook';
import { bodyOf, signedWebhook, signingKeyOf } from '../kit/signedWebhook';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { startStage, type Stage } from '../kit/startStage';

const listening = sketchWorkflow({
	'Odoo Trigger': {
		type: 'odooTrigger',
		parameters: { event: 'recordNeedsApproval', areas: ['sales_order_release'] },
	},
});

interface Request {
	query: string;
	headers: Record<string, string>;
	body: string | Uint8Array<ArrayBuffer>;
}

/** How many requests are underway at a time. */
const BATCH = 25;

/** How Node's HTTP server answers a request line and headers of more than 16 KiB. */
const TOO_LONG_FOR_NODE = 431;

describe('what is not a genuine event', () => {
	let stage: Stage;
	let url: string;
	beforeEach(async () => {
		stage = await startStage();
		url = (await stage.n8n.publish(listening)).urls[0] ?? '';
	});
	afterEach(async () => {
		await stage.close();
	});

	const send = async ({ query, headers, body }: Request) => {
		const response = await fetch(`${url}?${query}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body,
		});
		// Node itself refuses a request line of more than 16 KiB, before n8n sees it, and says no more.
		if (response.status === TOO_LONG_FOR_NODE) return { status: response.status, answer: {} };
		return { status: response.status, answer: (await response.json()) as { code?: unknown } };
	};
	const expectRefused = async (requests: readonly Request[]) => {
		for (let start = 0; start < requests.length; start += BATCH) {
			const batch = requests.slice(start, start + BATCH);
			const answers = await Promise.all(batch.map(send));
			const others = answers.filter(
				({ status, answer }) =>
					status < 400 ||
					status >= 500 ||
					(answer.code === undefined && status !== TOO_LONG_FOR_NODE),
			);
			expect(others).toEqual([]);
		}
		expect(stage.n8n.executions).toEqual([]);
	};

	const genuine = () => {
		const address = signedWebhook({ url });
		const fields = Object.fromEntries(address.searchParams);
		return { fields, query: address.search.slice(1), body: JSON.stringify(bodyOf(address)) };
	};
	const signed = () => {
		const ts = String(Math.floor(Date.now() / 1000));
		const body =
			'{"id":1,"topic":"record","area":"sales_order_release","event":"saved","model":"sale.order","record":16}';
		const signature = signBody(signingKeyOf({ url }), ts, Buffer.from(body));
		return { ts, body, signature };
	};
	const headersOf = ({ ts, signature }: { ts: string; signature: string }) => ({
		'x-approvals-timestamp': ts,
		'x-approvals-signature': signature,
	});

	it('is told from a genuine one at every character of the address', async () => {
		const { query, body } = genuine();
		expect(await send({ query, body, headers: {} })).toMatchObject({ status: 200 });
		await stage.n8n.settled();
		stage.n8n.loseExecutions();
		const forged = mutationsOf(query);
		expect(forged.length).toBeGreaterThan(500);
		await expectRefused(forged.map((one) => ({ query: one, body, headers: {} })));
	});

	it('is told from a genuine one at every character of a signed body and its headers', async () => {
		const { ts, body, signature } = signed();
		const request = { query: '', body, headers: headersOf({ ts, signature }) };
		expect(await send(request)).toMatchObject({ status: 200 });
		await stage.n8n.settled();
		stage.n8n.loseExecutions();
		await expectRefused([
			...mutationsOf(body).map((one) => ({ ...request, body: one })),
			...mutationsOf(ts).map((one) => ({ ...request, headers: headersOf({ ts: one, signature }) })),
			...mutationsOf(signature).map((one) => ({
				...request,
				headers: headersOf({ ts, signature: one }),
			})),
		]);
	});

	const sign = fc.nat({ max: 0xd7ff }).map((code) => String.fromCharCode(code));
	const text = fc.oneof(
		fc.string({ unit: sign }),
		fc.nat().map(String),
		fc.constantFrom(
			'',
			'0',
			'-1',
			'NaN',
			'null',
			'[]',
			'record',
			'case',
			'*',
			'none',
			'x'.repeat(5000),
		),
		fc.stringMatching(/^[0-9a-f]{64}$/),
	);
	const body = fc.oneof(
		fc.json(),
		fc.string({ unit: sign }),
		fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
		fc.constant('x'.repeat(20_000)),
		fc.record({ _id: fc.anything(), x_values: fc.anything() }).map((one) => String(toJson(one))),
	);
	const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'a/b'];

	it('is refused, whatever it says: thousands of other queries and bodies', async () => {
		const { fields } = genuine();
		const changes = fc.dictionary(
			fc.constantFrom(...Object.keys(fields)),
			fc.oneof(text, fc.constant(null), fc.array(text, { minLength: 2, maxLength: 3 })),
			{ minKeys: 1 },
		);
		const request = fc
			.record({ changes, body, type: fc.constantFrom(...types) })
			.filter((one) => Object.entries(one.changes).some(([name, value]) => value !== fields[name]))
			.map((one) => ({
				query: queryOf({ ...fields, ...one.changes }),
				body: one.body,
				headers: { 'content-type': one.type },
			}));
		await fc.assert(
			fc.asyncProperty(fc.array(request, { minLength: BATCH, maxLength: BATCH }), expectRefused),
			{ numRuns: 50, endOnFailure: true },
		);
	});

	it('is refused, whatever it says: thousands of other headers and signed bodies', async () => {
		const { query } = genuine();
		const header = fc.oneof(
			fc.string().map((one) => one.trim()),
			fc.stringMatching(/^[0-9a-f]{64}$/),
			fc.constant(signed().signature),
		);
		const request = fc
			.record({ header, ts: fc.nat().map(String), body })
			.map(({ header: signature, ts, body: one }) => ({
				query,
				body: one,
				headers: headersOf({ ts, signature }),
			}));
		await fc.assert(
			fc.asyncProperty(fc.array(request, { minLength: BATCH, maxLength: BATCH }), expectRefused),
			{ numRuns: 50, endOnFailure: true },
		);
	});
});

/** Every text that differs in one character: another digit or letter, none, or one more. */
function mutationsOf(given: string): string[] {
	return [...given].flatMap((sign, at) => {
		const other = sign === '7' ? '8' : '7';
		const [before, after] = [given.slice(0, at), given.slice(at + 1)];
		return [before + other + after, before + after, before + other + sign + after];
	});
}

function queryOf(fields: Record<string, string | string[] | null>): string {
	const pairs = Object.entries(fields).flatMap(([name, value]) =>
		(Array.isArray(value) ? value : [value])
			.filter((one) => one !== null)
			.map((one) => [name, one]),
	);
	return new URLSearchParams(pairs).toString();
}

function toJson(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}
