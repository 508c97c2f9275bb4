import { z } from 'zod';
import { signForm, signLink } from '../../src/domain/links/links';
import { headline, open, post, press, sealIn } from '../kit/Browser';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const orderRelease = readTemplate('order-release');
const tomorrow = Math.floor(Date.now() / 1000) + 86_400;

describe("the approver's page", () => {
	let stage: Stage;
	let execution: Execution;
	let orderId: number;
	let link: string;
	beforeEach(async () => {
		stage = await startStage();
		await stage.n8n.publish(orderRelease);
		orderId = await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
		execution = stage.n8n.execution('1');
		link = await stage.desk.linkFor('marta');
	});
	afterEach(async () => {
		await stage.close();
	});

	/** A genuine link with other claims, as only who has the key can make one. */
	function linkWith(claims: Partial<Parameters<typeof signLink>[0]>, key = testSigningKey): string {
		const address = new URL(link);
		const actor = stage.odoo.users.marta.id;
		const marta = { case: 1, step: 0, round: 1, actor, fp: sealIn(link), exp: tomorrow };
		address.searchParams.set('approval', signLink({ ...marta, ...claims }, { id: 'key-1', key }));
		return address.href;
	}

	/** What Odoo holds about the case. */
	async function trail(): Promise<unknown[]> {
		const args = { domain: [], fields: ['x_type'], order: 'x_seq' };
		const rows = z.array(z.object({ x_type: z.string() }));
		const events = await stage.desk.as('elena').call('x_approval_event', 'search_read', args, rows);
		return events.map(({ x_type }) => x_type);
	}

	it('may be opened any number of times, by anybody and anything, and decides nothing', async () => {
		await open(link);
		await open(link);
		expect(execution.status).toBe('waiting');
		expect(await trail()).toEqual(['opened']);
	});

	it('is never kept, never framed, loads nothing and tells nobody its address', async () => {
		const { headers } = await open(link);
		expect({
			type: headers.get('content-type'),
			keep: headers.get('cache-control'),
			tell: headers.get('referrer-policy'),
			load: headers.get('content-security-policy'),
		}).toEqual({
			type: 'text/html; charset=utf-8',
			keep: 'no-store',
			tell: 'no-referrer',
			load: "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		});
	});

	it.each([
		{
			name: 'altered',
			change: () => link.replace(/approval=.{5}/, 'approval=AAAAA'),
			status: 403,
			title: 'This link does not work',
		},
		{
			name: 'without our token',
			change: () => link.replace(/&approval=.*/, ''),
			status: 403,
			title: 'This link does not work',
		},
		{
			name: 'signed with another key',
			change: () => linkWith({}, 'another-key-that-is-long-enough-too'),
			status: 403,
			title: 'This link does not work',
		},
		{
			name: 'expired',
			change: () => linkWith({ exp: 1 }),
			status: 410,
			title: 'This link has expired',
		},
		{
			name: 'of another case',
			change: () => linkWith({ case: 2 }),
			status: 403,
			title: 'This link belongs to another case',
		},
		{
			name: 'of an earlier round',
			change: () => linkWith({ round: 2 }),
			status: 409,
			title: 'Others are asked now',
		},
		{
			name: 'of someone who is not asked',
			change: () => linkWith({ actor: stage.odoo.users.tom.id }),
			status: 403,
			title: 'You are not asked about this case',
		},
		{
			name: 'of the one who requested it',
			change: () => linkWith({ actor: stage.odoo.users.sofia.id }),
			status: 403,
			title: 'Somebody else has to decide this',
		},
	])('takes no answer by a link that is $name', async ({ change, status, title }) => {
		const answer = await press(change(), { decision: 'approved' });
		expect([answer.status, headline(answer)]).toEqual([status, title]);
		expect(execution.status).toBe('waiting');
		expect(await stage.desk.stateOf(orderId)).toBe('sent');
	});

	it('says nothing about the case to who has no link', async () => {
		const { html } = await open(link.replace(/approval=.{5}/, 'approval=AAAAA'));
		expect(html).not.toContain('S00016');
	});

	it('notes an attempt to decide on one’s own request', async () => {
		await press(linkWith({ actor: stage.odoo.users.sofia.id }), { decision: 'approved' });
		expect(await trail()).toEqual(['opened', 'vote_refused']);
	});

	it.each([
		{ fields: { decision: 'rejected' }, fault: 'Please write a reason' },
		{ fields: { decision: 'sent_back', reason: '   ' }, fault: 'Please write a reason' },
		{ fields: { reason: 'Too cheap <b>' }, fault: 'Please choose approve' },
	])('shows the form again for $fields', async ({ fields, fault }) => {
		const page = await press(link, fields);
		expect(page.status).toBe(422);
		expect(page.html).toContain(fault);
		expect(execution.status).toBe('waiting');
	});

	it('keeps what was typed, and shows it as text', async () => {
		const { html } = await press(link, { reason: 'Too cheap <b>' });
		expect(html).toContain('Too cheap &lt;b&gt;</textarea>');
	});

	it('takes nothing for an answer that its buttons do not say', async () => {
		const page = await press(link, { decision: 'delete' });
		expect([page.status, headline(page)]).toEqual([400, 'That could not be understood']);
		expect(execution.status).toBe('waiting');
	});

	it('counts one of two who press at the same time', async () => {
		const other = await stage.desk.linkFor('luca');
		const answers = await Promise.all([
			press(link, { decision: 'approved' }),
			press(other, { decision: 'rejected', reason: 'No', reasonCode: 'price' }),
		]);
		await stage.n8n.settled();

		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		const types = await trail();
		expect(types.filter((type) => type === 'voted')).toHaveLength(1);
		expect(execution.status).toBe('success');
	});

	it('goes on with the decision when it was made in Odoo and the relay is lost', async () => {
		await stage.desk.decide('luca', 1, 'rejected', 'Margin too low');
		expect(execution.status).toBe('waiting');

		const seen = await open(link);
		expect(headline(seen)).toBe('Already rejected');
		expect(execution.status).toBe('waiting');

		const answer = await press(link, { decision: 'approved' });
		await stage.n8n.settled();
		expect([answer.status, headline(answer)]).toEqual([409, 'Already rejected']);
		expect(execution.outputsOf('Approval Route')[2]).toHaveLength(1);
		expect(await stage.desk.stateOf(orderId)).toBe('sent');
	});

	it('says kindly that Odoo does not answer, and stays open', async () => {
		await stage.odoo.stop();
		const page = await press(link, { decision: 'approved' });
		expect([page.status, headline(page)]).toEqual([503, 'Odoo does not answer right now']);
		expect(execution.status).toBe('waiting');
	});

	describe('takes an answer of its own form only', () => {
		it.each([
			{ name: 'without a token', token: () => '' },
			{ name: 'with a token that was made up', token: () => 'e30.AAAA' },
			{ name: 'with the token of the link', token: () => tokenIn(link) },
			{ name: 'with the form of somebody else', token: () => form({ actor: 999 }) },
			{ name: 'with the form of another case', token: () => form({ case: 99 }) },
			{ name: 'with the form of another round', token: () => form({ round: 2 }) },
			{ name: 'with a form that was open for too long', token: () => form({ exp: 1 }) },
			{
				name: 'with a form of another key',
				token: () => form({}, 'another-key-that-is-long-enough'),
			},
		])('$name it shows the case again', async ({ token }) => {
			const page = await post(link, { decision: 'approved', token: token() });
			expect(page.status).toBe(422);
			expect(page.html).toContain('Nothing was decided; please press the button again.');
			expect(await trail()).toEqual(['opened']);
			expect(execution.status).toBe('waiting');
		});

		it('which stands in the page', async () => {
			const { html } = await open(link);
			const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
			const page = await post(link, { decision: 'approved', token });
			expect(headline(page)).toBe('Thank you. Approved.');
		});

		it('once, however often it is pressed', async () => {
			const answers = await Promise.all(
				[1, 2, 3].map(async () => await press(link, { decision: 'approved' })),
			);
			await stage.n8n.settled();
			expect(answers.map((answer) => headline(answer))).toContain('Thank you. Approved.');
			expect((await trail()).filter((type) => type === 'voted')).toHaveLength(1);
		});

		const tokenIn = (address: string) => new URL(address).searchParams.get('approval') ?? '';
		const form = (claims: object, key = testSigningKey) => {
			const { actor, round, step } = { actor: stage.odoo.users.marta.id, round: 1, step: 0 };
			const own = { case: 1, step, round, actor, exp: tomorrow, ...claims };
			return signForm(own, { id: 'key-1', key });
		};
	});

	it('is no page for anything but looking and answering', async () => {
		const answers = await Promise.all(
			['HEAD', 'PUT', 'DELETE', 'OPTIONS'].map(async (method) => await fetch(link, { method })),
		);
		for (const { status } of answers) expect([200, 404, 405]).toContain(status);
		expect(await trail()).toEqual(['opened']);
		expect(execution.status).toBe('waiting');
	});

	it('is refused where another matter has the number of the case', async () => {
		const page = await press(linkWith({ fp: '0'.repeat(16) }), { decision: 'approved' });
		expect([page.status, headline(page)]).toEqual([403, 'This link belongs to another case']);
		expect(page.html).not.toContain('S00016');
		expect(await trail()).toEqual(['opened']);
	});

	it('asks for a kind of reason, and keeps what was typed', async () => {
		const page = await press(link, { decision: 'rejected', reason: 'Too cheap' });
		expect(page.status).toBe(422);
		expect(page.html).toContain('Please choose a kind of reason');
		expect(page.html).toContain('Too cheap</textarea>');
		expect(await trail()).toEqual(['opened']);
	});

	it('ends the case when the order has changed since the page was opened', async () => {
		// Behind n8n's back: nobody has told it yet.
		const { database } = stage.odoo.server;
		const line = database.rows('sale.order.line').find((row) => row['order_id'] === orderId);
		database.update('sale.order.line', line?.id ?? 0, { discount: 30 });
		const page = await press(link, { decision: 'approved' });
		await stage.n8n.settled();

		expect([page.status, headline(page)]).toEqual([409, 'This has changed in the meantime']);
		expect(await stage.desk.stateOf(orderId)).toBe('sent');
		expect((await trail()).filter((type) => type === 'voted')).toEqual([]);
	});

	it('leaves the decision to the others', async () => {
		const page = await press(link, { decision: 'abstained', note: 'My cousin works there' });
		expect([page.status, headline(page)]).toEqual([200, 'Thank you.']);
		expect(page.html).toContain('The others decide.');
		expect(execution.status).toBe('waiting');
		expect(headline(await open(link))).toBe('You are not asked about this case');

		await press(await stage.desk.linkFor('luca'), { decision: 'approved' });
		await stage.n8n.settled();
		expect(execution.status).toBe('success');
	});

	it('forwards to somebody with the authority, who gets a link that decides', async () => {
		const { html } = await open(link);
		const [, id, name] = /<option value="(\d+)"[^>]*>([^<]+)</.exec(html) ?? [];
		const { users } = stage.odoo;
		expect(Number(id)).toBe(users.henrik.id);

		const page = await press(link, { decision: 'forwarded', to: id ?? '' });
		expect(page.html).toContain(`${name} is asked now, and has got a link.`);
		await press(await stage.desk.linkFor('henrik'), { decision: 'approved' });
		await stage.n8n.settled();
		expect(execution.outputsOf('Approval Route')[1]?.[0]).toMatchObject({
			decision: { by: { name: 'Henrik Olsen' } },
		});
	});

	it('forwards to nobody who has no authority', async () => {
		const to = String(stage.odoo.users.tom.id);
		const page = await press(link, { decision: 'forwarded', to });
		expect([page.status, headline(page)]).toEqual([403, 'They cannot decide this']);
		expect(await trail()).toEqual(['opened', 'vote_refused']);
	});

	it.each([
		{ accept: 'de-AT,de;q=0.9,en;q=0.5', language: 'de', button: 'Freigeben' },
		{ accept: 'fr', language: 'fr', button: 'Approuver' },
		{ accept: 'pt-BR, es;q=0.7, en;q=0.3', language: 'es', button: 'Aprobar' },
		{ accept: 'ja', language: 'en', button: 'Approve' },
	])('speaks $language to who likes $accept', async ({ accept, language, button }) => {
		const response = await fetch(link, { headers: { 'accept-language': accept } });
		const html = await response.text();
		expect(html).toContain(`<html lang="${language}">`);
		expect(html).toContain(`value="approved">${button}<`);
	});
});
