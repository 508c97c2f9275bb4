import { startSandbox } from '../../../sandbox/startSandbox';
import { exchanges, type Exchange } from '../client/recordings';
import { faultOf, resultOf, shapeOf } from './answers';
import { Player, type Played } from './Player';
import { isCompared, isUncovered } from './uncovered';

/** What the sandbox takes part in. */
const topics = [
	'authenticate',
	'chatter',
	'create-write-unlink',
	'errors',
	'read-methods',
	'sale.order-actions',
	'sale.order-cancel',
	'version-info',
];

const files = ([18, 19] as const).flatMap((odoo) =>
	topics.flatMap((topic) =>
		(['json2', 'jsonrpc'] as const).map((transport) => ({
			odoo,
			topic,
			transport,
			recorded: exchanges.filter(
				(one) => one.odoo === odoo && one.topic === topic && one.transport === transport,
			),
		})),
	),
);

/** The exchanges of a file build on one another, so they are all played first, in their order. */
describe.each(files.filter(({ recorded }) => recorded.length > 0))(
	'Odoo $odoo, $transport, $topic',
	({ odoo, recorded }) => {
		const answers = new Map<Exchange, Played>();
		const answerTo = (exchange: Exchange) => {
			const answer = answers.get(exchange);
			if (!answer) throw new Error(`${exchange.name} was not played`);
			return answer;
		};

		beforeAll(async () => {
			const sandbox = await startSandbox({ version: odoo, redeliveryIntervalMs: 0 });
			const player = new Player(sandbox);
			for (const exchange of recorded) answers.set(exchange, await player.play(exchange));
			await sandbox.stop();
		});

		it.each(recorded.filter(isCompared))('answers as recorded: $label', (exchange) => {
			const { status, contentType, asksFor, body } = answerTo(exchange);
			const { response } = exchange;
			const { 'content-type': recordedType = '', 'www-authenticate': asked = null } =
				response.headers;

			expect({ status, contentType: typeOf(contentType), asksFor }).toEqual({
				status: response.status,
				contentType: typeOf(recordedType),
				asksFor: asked,
			});
			expect(faultOf(body)).toEqual(faultOf(response.body));
			expect(shapeOf(resultOf(body))).toEqual(shapeOf(resultOf(response.body)));
		});

		it('says of everything else that it cannot do it', () => {
			const said = recorded
				.filter(isUncovered)
				.map((exchange) => faultOf(answerTo(exchange).body)?.name);
			expect(new Set(['builtins.NotImplementedError', ...said]).size).toBe(1);
		});
	},
);

function typeOf(contentType: string): string {
	return contentType.split(';')[0] ?? '';
}
