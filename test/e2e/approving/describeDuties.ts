import { z } from 'zod';
import { findLink } from '../../../scripts/scenario/approverLink';
import { waitUntilAsked } from '../../../scripts/scenario/playStory';
import { readOrder } from '../../../scripts/scenario/readOrder';
import { handIn, writeQuotation } from '../../../scripts/scenario/salesDesk';
import type { StagePerson } from '../../../scripts/scenario/Stage';
import { recordIds } from '../../../src/odoo/recordIds';
import { logInToOdoo } from '../stage/odooDesk';
import type { E2eStage } from '../stage/openE2eStage';
import { thinStory } from './askedOrder';
import { forgeForm, forgeLink } from './forgeLink';

type Role = 'salesperson' | 'salesManager' | 'finance' | 'administrator';

interface Attempt {
	offender: StagePerson;
	caseId: number;
	/** Of somebody who is asked. */
	link: string;
}

/** Ways in which somebody may try to decide on what is not theirs to decide. */
export function describeDuties(stage: () => E2eStage): void {
	describe('nobody decides on their own matter', () => {
		let administrator: StagePerson;
		beforeAll(async () => {
			const { login, odoo } = stage().odoo.administrator;
			const args = { domain: [['login', '=', login]], fields: ['name'] };
			const rows = z.tuple([z.object({ id: z.number(), name: z.string() })]);
			const [user] = await odoo.call('res.users', 'search_read', args, rows);
			administrator = { ...user, login, odoo };
		});

		const person = (role: Role): StagePerson =>
			role === 'administrator' ? administrator : stage().people[role];
		/** The salesperson's own order, as far as somebody else did the writing. */
		const writtenBy = (role: Role) => {
			const { people } = stage();
			const salesperson = { ...people.salesperson, odoo: person(role).odoo };
			return { ...stage(), people: { ...people, salesperson } };
		};

		/** @returns what takes it back */
		const delegate = async () => {
			const { salesManager, salesperson } = stage().people;
			const model = 'x_approval_delegation';
			const vals_list = [{ x_user_id: salesManager.id, x_delegate_id: salesperson.id }];
			const ids = await salesManager.odoo.call(model, 'create', { vals_list }, recordIds);
			return async () => {
				await salesManager.odoo.call(model, 'unlink', { ids }, z.unknown());
			};
		};

		const byLink = async ({ offender, link }: Attempt): Promise<void> => {
			const { linkKey } = stage().conductor;
			const address = forgeLink(link, { actor: offender.id }, linkKey);
			const token = forgeForm(address, linkKey);
			const body = new URLSearchParams({ decision: 'approved', token });
			expect((await fetch(address, { method: 'POST', body })).status).toBe(403);
		};
		const inTheirPlace = async ({ caseId }: Attempt): Promise<void> => {
			const { browser, server, screenshots } = stage();
			const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
			try {
				const page = await context.newPage();
				await logInToOdoo(page, server.url, { login: 'admin', password: server.adminPassword });
				await page.goto(`${server.url}/odoo/action-n8n_approvals.window_cases/${String(caseId)}`);
				const name = 'Decide in Their Place';
				await page.locator('.o_form_statusbar').getByRole('button', { name }).click();
				const dialog = page.locator('.modal');
				await dialog.getByRole('radio', { name: 'Approve' }).check();
				await dialog.locator('[name=x_reason] textarea').fill('I know better');
				await screenshots.take(page, 'odoo-in-their-place');
				await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
				await dialog.waitFor({ state: 'detached' });
			} finally {
				await context.close();
			}
		};
		const byForwarding = async (attempt: Attempt): Promise<void> => {
			const said = {
				x_case_id: attempt.caseId,
				x_act: 'forwarded',
				x_forward_to_id: attempt.offender.id,
				x_reason: 'Yours',
			};
			const { odoo } = stage().people.salesManager;
			await odoo
				.call('x_approval_decision', 'create', { vals_list: [said] }, recordIds)
				// Refused or noted as refused, the case stays where it is.
				.catch(() => undefined);
			await byLink(attempt);
		};

		it.each<{
			name: string;
			writer?: Role;
			handsIn?: Role;
			standsIn?: boolean;
			offender: Role;
			asked: Role;
			attempt: (attempt: Attempt) => Promise<void>;
			/** Whose attempts are in the trail; the offender's where nothing is said. */
			onRecord?: Role[];
		}>([
			{ name: 'who asked for it', offender: 'salesperson', asked: 'salesManager', attempt: byLink },
			{
				name: 'who is not asked',
				offender: 'finance',
				asked: 'salesManager',
				attempt: byLink,
				onRecord: [],
			},
			{
				name: 'who changed it last',
				handsIn: 'salesManager',
				offender: 'salesManager',
				asked: 'administrator',
				attempt: byLink,
			},
			{
				name: 'who created it',
				writer: 'administrator',
				offender: 'administrator',
				asked: 'salesManager',
				attempt: byLink,
			},
			{
				name: 'who created it, in the place of those asked',
				writer: 'administrator',
				offender: 'administrator',
				asked: 'salesManager',
				attempt: inTheirPlace,
			},
			{
				name: 'who asked for it and stands in for an approver',
				standsIn: true,
				offender: 'salesperson',
				asked: 'administrator',
				attempt: byLink,
			},
			{
				name: 'who asked for it, by having it forwarded',
				offender: 'salesperson',
				asked: 'salesManager',
				attempt: byForwarding,
				onRecord: ['salesManager', 'salesperson'],
			},
		])(
			'not $name',
			async ({ writer = 'salesperson', handsIn = writer, offender, asked, ...way }) => {
				const { standsIn, attempt, onRecord = [offender] } = way;
				const endDelegation = standsIn ? await delegate() : null;
				try {
					const order = await writeQuotation(writtenBy(writer), thinStory());
					await handIn(writtenBy(handsIn), order);
					const { id: caseId, approverIds } = await waitUntilAsked(
						stage(),
						order,
						person(asked).id,
					);
					expect(approverIds).not.toContain(person(offender).id);
					const link = await findLink(person(asked), caseId);
					await attempt({ offender: person(offender), caseId, link });

					const { state, cases } = await readOrder(stage().auditor, order.id);
					expect({ state, cases }).toMatchObject({
						state: 'sent',
						cases: [{ id: caseId, state: 'pending', broken: null }],
					});
					const attempts = cases[0]?.trail.filter(({ type }) => type === 'vote_refused');
					expect(attempts?.map(({ actorId }) => actorId)).toEqual(
						onRecord.map((role) => person(role).id),
					);
				} finally {
					await endDelegation?.();
				}
			},
			120_000,
		);
	});
}
