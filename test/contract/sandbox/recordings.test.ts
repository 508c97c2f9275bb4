import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { exchanges, type Exchange } from '../client/recordings';
import { faultOf, resultOf, shapeOf } from './answers';
import { Player } from './Player';
import { isLeftOut, isUncovered } from './uncovered';

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

const files = [18, 19].flatMap((odoo) =>
	topics.flatMap((topic) =>
		(['json2', 'jsonrpc'] as const).map((transport) => ({
			odoo,
			topic,
			transport,
			played: exchanges.filter(
				(one) => one.odoo === odoo && one.topic === topic && one.transport === transport,
			),
		})),
	),
);

/** A file's exchanges build on one another, so each plays those before it first. */
describe.each(files.filter(({ played }) => played.length > 0))(
	'Odoo $odoo, $transport, $topic',
	({ odoo, played }) => {
		let sandbox: Sandbox;
		let player: Player;

		beforeAll(async () => {
			sandbox = await startSandbox({ version: odoo === 18 ? 18 : 19, redeliveryIntervalMs: 0 });
			player = new Player(sandbox);
		});
		afterAll(() => sandbox.stop());

		it.each(played.map((exchange): [string, Exchange] => [exchange.label, exchange]))(
			'%s',
			async (_label, exchange) => {
				const answer = await player.play(exchange);
				const { response } = exchange;
				if (isUncovered(exchange)) {
					expect(faultOf(answer.body)?.name).toBe('builtins.NotImplementedError');
					return;
				}
				if (isLeftOut(exchange)) return;

				expect(answer.status).toBe(response.status);
				expect(typeOf(answer.contentType)).toBe(typeOf(response.headers['content-type'] ?? ''));
				expect(answer.asksFor).toBe(response.headers['www-authenticate']?.trim() ?? null);
				expect(faultOf(answer.body)).toEqual(faultOf(response.body));
				expect(shapeOf(resultOf(answer.body))).toEqual(shapeOf(resultOf(response.body)));
			},
		);
	},
);

function typeOf(contentType: string): string {
	return contentType.split(';')[0] ?? '';
}
