import fc from 'fast-check';
import { authorityMatrixSchema } from '../../../src/domain/authority/authority';
import { NoApproverError } from '../../../src/domain/authority/errors';
import { resolveApprovers } from '../../../src/domain/authority/resolveApprovers';
import { aLine, aUser, fallback, need } from './authorityCases';

/** No step where nobody is left; any other error is one too many. */
function stepsOrNone(...args: Parameters<typeof resolveApprovers>) {
	try {
		return resolveApprovers(...args).steps;
	} catch (error) {
		if (error instanceof NoApproverError) return [];
		throw error;
	}
}

describe('whatever the matrix and the people', () => {
	const ids = [11, 12, 13, 14, 15, 16];
	const logins = ['ann', 'bob', 'cleo', 'dan', 'eve', 'fay'];
	const someone = fc.constantFrom(...logins);
	const people = fc.tuple(
		...ids.map((id, index) =>
			fc
				.record({
					delegateId: fc.option(fc.constantFrom(...ids, 99), { freq: 2 }),
					isAway: fc.boolean(),
					isManager: fc.boolean(),
				})
				.map(({ delegateId, isAway, isManager }) =>
					aUser(id, logins[index] ?? '', {
						delegateId,
						awayUntil: isAway ? '2031-04-01T00:00:00.000Z' : null,
						groups: isManager ? ['managers'] : [],
					}),
				),
		),
	);
	const lines = fc.array(
		fc
			.record({
				login: someone,
				level: fc.integer({ min: 1, max: 3 }),
				limit: fc.option(fc.constantFrom(0, 10_000, 20_000)),
				quorum: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('all' as const)),
				above: fc.option(fc.constantFrom(0, 12_400), { nil: undefined }),
			})
			.map(({ login, ...line }) => aLine(login, line)),
		{ maxLength: 8 },
	);

	it('asks nobody with a part in it, nobody twice, and always enough', () => {
		let solved = 0;
		fc.assert(
			fc.property(
				lines,
				people,
				fc.constantFrom(...ids),
				fc.subarray(ids),
				(rows, users, requesterId, involvedIds) => {
					const matrix = { rows, fallback };
					const steps = stepsOrNone({ ...need, requesterId, involvedIds }, matrix, users);
					solved += steps.length > 0 ? 1 : 0;
					const involved = new Set([requesterId, ...involvedIds]);
					const asked = steps.flatMap(({ approverIds }) => approverIds);
					const standingInFor = steps.flatMap(({ delegations }) =>
						delegations.map(({ forId }) => forId),
					);
					expect([...asked, ...standingInFor].filter((id) => involved.has(id))).toEqual([]);
					expect(new Set(asked).size).toBe(asked.length);
					for (const { approverIds, quorum, delegations, eligibleIds } of steps) {
						expect(approverIds.length).toBeGreaterThanOrEqual(quorum);
						for (const { delegateId } of delegations) expect(approverIds).toContain(delegateId);
						expect(eligibleIds.filter((id) => involved.has(id) || asked.includes(id))).toEqual([]);
					}
				},
			),
			{ numRuns: 3_000 },
		);
		expect(solved).toBeGreaterThan(300);
	});

	it('ends on anything that is no matrix with a fault that names the place', () => {
		fc.assert(
			fc.property(fc.anything({ maxDepth: 4 }), (given) => {
				const parsed = authorityMatrixSchema.safeParse({ rows: [given], fallback });
				if (parsed.success) return;
				expect(parsed.error.issues[0]?.path.slice(0, 2)).toEqual(['rows', 0]);
			}),
			{ numRuns: 3_000 },
		);
	});

	it.each<{ name: string; line: Record<string, unknown> }>([
		{ name: 'a limit that is no number', line: { limit: Number.NaN } },
		{ name: 'a negative limit', line: { limit: -1 } },
		{ name: 'a day that does not exist', line: { validFrom: '2031-02-30' } },
		{ name: 'a path that is none', line: { approver: { kind: 'field', field: '__class__.x' } } },
		{ name: 'an unknown scope', line: { scope: { planet: ['Mars'] } } },
		{ name: 'a quorum of nobody', line: { quorum: 0 } },
	])('refuses $name', ({ line }) => {
		expect(() => aLine('ann', line)).toThrow();
	});
});
