import { z } from 'zod';
import type { CaseView } from '../../../src/domain/case/caseView';
import { commandResultSchemas } from '../../../src/domain/case/commandResults';
import type { CommandOf } from '../../../src/domain/case/commands';
import type { PolicyResult, ShadowResult } from '../../../src/domain/policy/policyResult';
import { leave, release, type LedgerBench, type Row } from './LedgerBench';
import { suitePolicy } from './openCommandFor';

type OpenChanges = Partial<CommandOf<'open'>>;

const columns = ['x_risk_score', 'x_sampled', 'x_shadow_outcome', 'x_shadow_disagrees'];

const objecting: ShadowResult = {
	id: 'suite-next',
	version: '2',
	hash: 'cd'.repeat(32),
	outcome: 'reject',
	ruleIds: ['no-discount'],
	agrees: false,
	sentence: 'By policy suite-next, version 2, it is rejected: Discounts have ended',
};
const agreeing: ShadowResult = {
	...objecting,
	outcome: 'require_approval',
	agrees: true,
	sentence: 'Policy suite-next, version 2, says the same',
};
const broken: ShadowResult = {
	id: null,
	version: null,
	hash: null,
	outcome: null,
	ruleIds: [],
	agrees: false,
	sentence: 'The shadow policy could not be evaluated: it has no rules',
};

/** What a decision says beyond itself: it is on record, and it never acts. */
export function describeTrying(bench: () => LedgerBench): void {
	const opened = async (
		policy: Partial<PolicyResult>,
		changes: OpenChanges = {},
	): Promise<CaseView> =>
		await bench().pendingCase({ policy: { ...suitePolicy, ...policy }, ...changes });
	const rowOf = async ({ id }: CaseView, fields = columns): Promise<Row | undefined> => {
		const [row] = await bench().read('x_approval_case', [['id', '=', id]], fields);
		return row;
	};

	describe('opening with a policy on trial', () => {
		it.each([
			{ says: 'something else', shadow: objecting, outcome: 'reject', disagrees: true },
			{ says: 'the same', shadow: agreeing, outcome: 'require_approval', disagrees: false },
			{ says: 'nothing, being broken', shadow: broken, outcome: false, disagrees: true },
			{ says: 'nothing, there being none', shadow: null, outcome: false, disagrees: false },
		])('records what it says: $says', async ({ shadow, outcome, disagrees }) => {
			const tried = await opened({ shadow });

			expect(await rowOf(tried)).toMatchObject({
				x_shadow_outcome: outcome,
				x_shadow_disagrees: disagrees,
			});
			expect(tried.policy.shadow).toEqual(shadow);
			expect(tried.trail[0]).toMatchObject({ type: 'opened', data: { policy: { shadow } } });
		});

		it('lets those cases be found in which it disagrees', async () => {
			const disputed = await opened({ shadow: objecting });
			const undisputed = await opened({ shadow: agreeing });

			const domain = [
				['id', 'in', [disputed.id, undisputed.id]],
				['x_shadow_disagrees', '=', true],
			];
			const found = await bench().read('x_approval_case', domain, columns);
			expect(found.map(({ id }) => id)).toEqual([disputed.id]);
		});

		it('asks the same people as without it', async () => {
			const disputed = await opened({ shadow: objecting });
			const untried = await opened({ shadow: null });

			expect(whatCounts(disputed)).toEqual(whatCounts(untried));
			expect(await rowOf(disputed, ['x_policy_outcome', 'x_summary'])).toMatchObject({
				x_policy_outcome: 'require_approval',
				x_summary: 'Discount of up to 12 % is above 10 %',
			});
		});

		it('releases what policy approves, though the one on trial would reject it', async () => {
			const approved: OpenChanges = { steps: [], policyDecision: 'approved', effect: release };
			const policy: Partial<PolicyResult> = { outcome: 'auto_approve', rules: [], role: null };
			const disputed = await opened({ ...policy, shadow: objecting }, approved);
			const untried = await opened({ ...policy, shadow: null }, approved);

			expect(disputed).toMatchObject({ state: 'approved', outcome: 'released' });
			expect(whatCounts(disputed)).toEqual(whatCounts(untried));
			expect(await bench().orderState(disputed.recordId)).toBe('sale');
			expect(await rowOf(disputed)).toMatchObject({ x_shadow_disagrees: true });
		});

		it('leaves what policy rejects, though the one on trial would approve it', async () => {
			const shadow: ShadowResult = { ...objecting, outcome: 'auto_approve', ruleIds: [] };
			const rejected: OpenChanges = { steps: [], policyDecision: 'rejected', effect: leave };
			const disputed = await opened({ outcome: 'reject', shadow }, rejected);

			expect(disputed).toMatchObject({ state: 'rejected', outcome: 'kept' });
			expect(await bench().orderState(disputed.recordId)).toBe('sent');
		});
	});

	describe('opening with what policy says beyond its outcome', () => {
		it('records the risk', async () => {
			expect(await rowOf(await opened({ riskScore: 47.5 }))).toMatchObject({
				x_risk_score: 47.5,
				x_sampled: false,
			});
		});

		it('records that it was drawn as a sample, and says so first', async () => {
			const sampled = await opened({ sampled: true, rules: [], riskScore: 0 });

			expect(await rowOf(sampled, [...columns, 'x_summary'])).toMatchObject({
				x_risk_score: 0,
				x_sampled: true,
				x_summary: 'Drawn as a sample: the policy would have approved it.',
			});
		});

		it('takes what an older n8n package gives, which says none of this', async () => {
			const command = await bench().openCommand(await bench().sentQuotation());
			const result = await runAsOlderPackage(bench(), command);

			expect(result).toMatchObject({ status: 'opened', case: { state: 'pending' } });
			const older = result.status === 'opened' ? await rowOf(result.case) : undefined;
			expect(older).toMatchObject({
				x_risk_score: 0,
				x_sampled: false,
				x_shadow_outcome: false,
				x_shadow_disagrees: false,
			});
		});
	});
}

/** All of a case by which it goes on. */
function whatCounts(view: CaseView) {
	const { state, outcome, version, step, round, steps, approvers, votes, decision, sla } = view;
	return {
		state,
		outcome,
		version,
		step,
		round,
		steps,
		approvers,
		votes,
		sla,
		decision: decision && { ...decision, at: null },
		events: view.trail.map(({ type, actor }) => ({ type, actor })),
	};
}

/** Past our own client, which would add what is missing. */
async function runAsOlderPackage(bench: LedgerBench, command: CommandOf<'open'>) {
	const { id, version, hash, outcome, missingFacts, role, slaClass } = command.policy;
	const rules = command.policy.rules.map((rule) => ({
		...rule,
		conditions: rule.conditions.map(({ fact, operator, value, threshold, unit }) => {
			return { fact, operator, value, threshold, unit };
		}),
	}));
	const policy = { id, version, hash, outcome, rules, missingFacts, role, slaClass };
	const [installed] = await bench.read('x_approval_blueprint', [], ['x_ledger_action_id']);
	const args = {
		ids: [z.number().parse(installed?.['x_ledger_action_id'])],
		context: { approval_command: { ...command, policy } },
	};
	const client = bench.client(bench.stage.integration);
	return await client.call('ir.actions.server', 'run', args, commandResultSchemas.open);
}
