import { z } from 'zod';
import { signLink } from '../../src/domain/links/links';
import { headline, open, press, sealIn } from '../kit/Browser';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const orderRelease = readTemplate('order-release');
const decisionRelay = readTemplate('decision-relay');
const tomorrow = Math.floor(Date.now() / 1000) + 86_400;

describe("the relay workflow's page", () => {
	let stage: Stage;
	let orderId: number;
	let execution: Execution;
	let link: string;
	let page: string;
	beforeEach(async () => {
		stage = await startStage();
		await stage.n8n.publish(orderRelease);
		const { urls } = await stage.n8n.publish(decisionRelay);
		page = urls.find((url) => url.endsWith('/page')) ?? '';
		orderId = await stage.desk.submit({ discount: 25 });
		await settled();
		execution = stage.n8n.execution('1');
		link = await stage.desk.linkFor('marta');
	});
	afterEach(async () => {
		await stage.close();
	});

	async function settled(): Promise<void> {
		await stage.n8n.settled();
		await stage.odoo.settled();
		await stage.n8n.settled();
	}

	/** A genuine link with other claims, as only who has the key can make one. */
	function linkWith(claims: Partial<Parameters<typeof signLink>[0]>, key = testSigningKey): string {
		const actor = stage.odoo.users.marta.id;
		const marta = { case: 1, step: 0, round: 1, actor, fp: sealIn(link), exp: tomorrow };
		return `${page}?approval=${signLink({ ...marta, ...claims }, { id: 'key-1', key })}`;
	}

	async function trail(): Promise<string[]> {
		const args = { domain: [], fields: ['x_type'], order: 'x_seq' };
		const rows = z.array(z.object({ x_type: z.string() }));
		const events = await stage.desk.as('elena').call('x_approval_event', 'search_read', args, rows);
		return events.map(({ x_type }) => x_type);
	}

	it('is where links lead while that workflow is active', () => {
		expect(link.split('?')[0]).toBe(page);
	});

	it('shows the case, decides nothing and starts nothing when it is opened', async () => {
		const { status, headers, html } = await open(link);
		expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
		expect(html).toContain('S00016');
		expect(html).toContain('<form');
		expect(stage.n8n.executions).toEqual([execution]);
		expect(await trail()).toEqual(['opened']);
	});

	it('takes the answer, and the execution that waits carries it out once', async () => {
		const answer = await press(link, { decision: 'approved' });
		await settled();

		expect([answer.status, headline(answer)]).toEqual([200, 'Thank you. Approved.']);
		expect(execution.outputsOf('Approval Route')[1]?.[0]).toMatchObject({
			decision: { decision: 'approved', by: { name: 'Marta Keller' } },
		});
		expect(await stage.desk.stateOf(orderId)).toBe('sale');
		expect(await trail()).toEqual(['opened', 'voted', 'approved', 'clock_set', 'released']);
	});

	it('takes the answer also when nothing waits any more', async () => {
		stage.n8n.loseExecutions();
		const answer = await press(link, { decision: 'approved' });
		await settled();

		expect(answer.status).toBe(200);
		expect(await stage.desk.stateOf(orderId)).toBe('sale');
		expect(await trail()).toEqual(['opened', 'voted', 'approved', 'clock_set', 'released']);
	});

	it('says kindly who has decided, long after the execution has ended', async () => {
		const late = await stage.desk.linkFor('luca');
		await press(link, { decision: 'approved' });
		await settled();
		expect(execution.status).toBe('success');
		const before = stage.n8n.executions.length;

		const seen = await open(late);
		const answered = await press(late, {
			decision: 'rejected',
			reason: 'Too late',
			reasonCode: 'price',
		});
		const repeated = await press(link, { decision: 'approved' });
		await settled();

		expect([seen.status, headline(seen)]).toEqual([200, 'Already approved']);
		expect(seen.html).toContain('Marta Keller has approved S00016');
		expect([answered.status, headline(answered)]).toEqual([409, 'Already approved']);
		expect([repeated.status, headline(repeated)]).toEqual([200, 'Thank you. Approved.']);
		expect(await trail()).toEqual(['opened', 'voted', 'approved', 'clock_set', 'released']);
		expect(stage.n8n.executions).toHaveLength(before);
	});

	it.each([
		{ name: 'without a token', change: () => page, status: 403, title: 'This link does not work' },
		{
			name: 'altered',
			change: () => link.replace(/approval=.{5}/, 'approval=AAAAA'),
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
			name: 'of another round',
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
			name: 'of a case that Odoo does not have',
			change: () => linkWith({ case: 99 }),
			status: 403,
			title: 'This link belongs to another case',
		},
	])('takes no answer by a link that is $name', async ({ change, status, title }) => {
		const answer = await press(change(), { decision: 'approved' });
		await settled();
		expect([answer.status, headline(answer)]).toEqual([status, title]);
		expect(stage.n8n.executions).toEqual([execution]);
		expect(execution.status).toBe('waiting');
	});

	it.each([
		{ fields: { decision: 'rejected' }, status: 422, says: 'Please write a reason' },
		{ fields: { decision: 'delete' }, status: 400, says: 'That could not be understood' },
	])('answers $fields as what it is', async ({ fields, status, says }) => {
		const answer = await press(link, fields);
		expect(answer.status).toBe(status);
		expect(answer.html).toContain(says);
		expect(await trail()).toEqual(['opened']);
	});

	it('says kindly that Odoo does not answer', async () => {
		await stage.odoo.stop();
		const answer = await press(link, { decision: 'approved' });
		expect([answer.status, headline(answer)]).toEqual([503, 'Odoo does not answer right now']);
	});

	it('is not served by a trigger that nobody relays decisions from', async () => {
		const { urls } = await stage.n8n.publish(orderRelease);
		const elsewhere = urls.find((url) => url.endsWith('/page')) ?? '';
		const answer = await press(link.replace(page, elsewhere), { decision: 'approved' });
		expect([answer.status, headline(answer)]).toEqual([404, 'There is nothing to decide here']);
		expect(await trail()).toEqual(['opened']);
	});
});
