import { areas } from '../../../src/domain/areas/areas';
import { policyFromRows } from '../../../src/domain/policy/policyFromRows';
import { rowsFromPolicy } from '../../../src/domain/policy/rowsFromPolicy';
import { aPolicy, aRule, margin, tier } from './samplePolicy';

describe('rowsFromPolicy', () => {
	it.each(areas.map(({ id, defaultPolicy }) => [id, defaultPolicy] as const))(
		'gives the rows of the preset for %s, which make a policy that agrees with its examples',
		async (_id, { rules, ...base }) => {
			const rows = rowsFromPolicy({ ...base, rules });
			const policy = await policyFromRows(rows ?? [], base);
			const said = rules.map((rule) => ({
				...rule,
				id: expect.any(String),
				when: expect.anything(),
			}));
			expect(policy.rules).toEqual(said);
		},
	);

	it('writes several comparisons as rows that belong together', async () => {
		const when = {
			all: [
				margin('lessThan', 15),
				{ not: tier('in', ['A', 'B']) },
				{ fact: 'amount', percentOf: 'margin', operator: 'greaterThan' as const, value: 10 },
				{ fact: 'amount', operator: 'greaterThan' as const, value: { fact: 'margin' } },
			],
		};
		const { rules, ...base } = aPolicy([
			aRule({ when, reason: 'R', riskWeight: 3 }),
			aRule({ id: 'b' }),
		]);
		const rows = rowsFromPolicy({ ...base, rules });
		expect(rows?.map(({ join }) => join)).toEqual(['rule', 'and', 'and', 'and', 'rule']);
		expect(await policyFromRows(rows ?? [], base)).toMatchObject({
			rules: [
				{
					when: {
						all: [when.all[0], tier('notIn', ['A', 'B']), when.all[2], when.all[3]],
					},
					reason: 'R',
					riskWeight: 3,
				},
				{ when: margin('lessThan', 15) },
			],
		});
	});

	it('says where a rule cannot be written in rows', () => {
		const when = { any: [margin('lessThan', 15), tier('equal', 'B')] };
		expect(rowsFromPolicy(aPolicy([aRule({ when })]))).toBeNull();
	});
});
