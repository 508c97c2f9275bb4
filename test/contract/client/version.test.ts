import { type Exchange, exchanges } from './recordings';
import { newClient, type Received, withServer } from './replay';
import { roleOf } from './roles';

const recorded = exchanges.filter((exchange) => roleOf(exchange) === 'version');

/** Answers the two questions with what that version of Odoo said; the 17 was never asked by GET. */
function recordedAnswers(odoo: number) {
	const ofVersion = recorded.filter((exchange) => exchange.odoo === odoo);
	return ({ path }: Received): Exchange['response'] =>
		ofVersion.find(({ request }) => request.path === path)?.response ?? {
			status: 404,
			headers: { 'content-type': 'text/html' },
			body: '<title>404</title>',
		};
}

const CREDENTIALS = { database: 'lab', login: 'someone', apiKey: 'a-key-of-some-length' };

describe('the version of Odoo', () => {
	it.each([
		{ odoo: 17, version: { major: 17, minor: 0, text: '17.0' }, asked: ['GET', 'POST'] },
		{ odoo: 18, version: { major: 18, minor: 0, text: '18.0' }, asked: ['GET', 'POST'] },
		{ odoo: 19, version: { major: 19, minor: 0, text: '19.0' }, asked: ['GET'] },
	])('$odoo is recognised', async ({ odoo, version, asked }) => {
		const { received, result } = await withServer(
			recordedAnswers(odoo),
			async (url) => await newClient({ url, ...CREDENTIALS }).version(),
		);

		expect(result).toEqual(version);
		expect(received.map(({ method }) => method)).toEqual(asked);
	});

	it.each(recorded)('is asked as recorded: $name', async (exchange) => {
		// The second question is only asked where the first is unknown.
		const answers = recordedAnswers(exchange.odoo === 19 ? 18 : exchange.odoo);
		const { received } = await withServer(
			answers,
			async (url) => await newClient({ url, ...CREDENTIALS }).version(),
		);

		const { method, path, body } = exchange.request;
		expect(received).toContainEqual(expect.objectContaining({ method, path, body }));
	});
});
