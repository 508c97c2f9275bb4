import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policySchemaDocument } from '../../../scripts/schema/policySchemaDocument';
import { areas } from '../../../src/domain/areas/areas';
import { operatorNames } from '../../../src/domain/policy/operators';
import { factTypes, policySchema } from '../../../src/domain/policy/policy';
import { policyOutcomes } from '../../../src/domain/policy/policyResult';
import { withReplaced } from './hostileValues';
import { aPolicy, aRule } from './samplePolicy';

const schema = policySchemaDocument();
const isValid = new Ajv().compile(schema);

function isTakenByZod(document: unknown): boolean {
	return policySchema.safeParse(document).success;
}

describe('the published JSON Schema', () => {
	it('is what `npm run schema` writes', () => {
		const path = join(__dirname, '../../../schema/policy.schema.json');
		expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
	});

	it.each(areas.map(({ id, defaultPolicy }) => ({ id, defaultPolicy })))(
		'takes the preset of $id',
		({ defaultPolicy }) => {
			expect(isValid(defaultPolicy)).toBe(true);
		},
	);

	it('takes what names the schema for an editor', () => {
		const $schema = './node_modules/n8n-nodes-odoo-approvals/schema/policy.schema.json';
		expect(isValid({ $schema, ...aPolicy() })).toBe(true);
	});

	it('takes whatever the zod schema takes', () => {
		fc.assert(
			fc.property(policyArbitrary, (policy) => {
				expect(isTakenByZod(policy)).toBe(true);
				expect(isValid(policy)).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('judges as the zod schema does when something in a policy has been replaced', () => {
		const both = { refused: 0, taken: 0 };
		fc.assert(
			fc.property(policyArbitrary, fc.nat(), wrongArbitrary, (policy, place, wrong) => {
				const document = withReplaced(policy, [place, wrong]);
				const isTaken = isTakenByZod(document);
				expect(isValid(document)).toBe(isTaken);
				both[isTaken ? 'taken' : 'refused'] += 1;
			}),
			{ numRuns: 1_000 },
		);
		expect(both.refused).toBeGreaterThan(250);
		expect(both.taken).toBeGreaterThan(25);
	});

	it.each<{ name: string; document: object }>([
		{ name: 'a key of the policy', document: { ...aPolicy(), defualt: {} } },
		{ name: 'a key of a rule', document: aPolicy([{ ...aRule(), raeson: 'Low' } as never]) },
		{
			name: 'a key of a condition deep inside',
			document: aPolicy([aRule({ when: { all: [{ not: { al: [] } } as never] } })]),
		},
		{
			name: 'an operator deep inside',
			document: aPolicy([
				aRule({
					when: { any: [{ not: { fact: 'margin', operator: 'below', value: 1 } as never }] },
				}),
			]),
		},
		{ name: 'an outcome', document: aPolicy([aRule({ outcome: 'approve' as never })]) },
		{
			name: 'a type of fact',
			document: aPolicy([], { facts: { margin: { type: 'decimal' as never } } }),
		},
		{ name: 'a currency', document: aPolicy([], { currency: 'euro' }) },
	])('refuses $name that is misspelt', ({ document }) => {
		expect(isValid(document)).toBe(false);
	});
});

const nameArbitrary = fc.string({ minLength: 1, maxLength: 20 });
const literalArbitrary = fc.oneof(fc.integer(), fc.string(), fc.boolean());

const { condition: conditionArbitrary } = fc.letrec((tie) => {
	const members = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
	return {
		condition: fc.oneof(
			{ maxDepth: 4, depthIdentifier: 'condition' },
			fc.record(
				{
					fact: nameArbitrary,
					days: fc.constantFrom('since', 'until'),
					percentOf: nameArbitrary,
					operator: fc.constantFrom(...operatorNames),
					value: fc.oneof(
						literalArbitrary,
						fc.array(literalArbitrary, { maxLength: 4 }),
						fc.record({ fact: nameArbitrary }),
					),
				},
				{ requiredKeys: ['fact', 'operator'] },
			),
			fc.record({ all: members }),
			fc.record({ any: members }),
			fc.record({ not: tie('condition') }),
		),
	};
});

const outcomeArbitrary = fc.constantFrom(...policyOutcomes);
const percentArbitrary = fc.integer({ min: 0, max: 100 });

const policyArbitrary = fc.record(
	{
		id: nameArbitrary,
		version: nameArbitrary,
		area: nameArbitrary,
		validFrom: fc.string(),
		validUntil: fc.string(),
		timeZone: fc.string(),
		currency: fc.constantFrom('EUR', 'company'),
		rateFact: fc.string(),
		facts: fc.dictionary(
			nameArbitrary,
			fc.record(
				{ type: fc.constantFrom(...factTypes), unit: fc.string(), label: fc.string() },
				{ requiredKeys: ['type'] },
			),
			{ maxKeys: 3 },
		),
		rules: fc.array(
			fc.record(
				{
					id: nameArbitrary,
					when: conditionArbitrary,
					outcome: outcomeArbitrary,
					reason: nameArbitrary,
					role: nameArbitrary,
					slaClass: nameArbitrary,
					riskWeight: percentArbitrary,
				},
				{ requiredKeys: ['id', 'when', 'outcome', 'reason'] },
			),
			{ maxLength: 3 },
		),
		default: fc.record(
			{ outcome: outcomeArbitrary, role: nameArbitrary, slaClass: nameArbitrary },
			{ requiredKeys: ['outcome', 'slaClass'] },
		),
		sampling: fc.record(
			{ percent: percentArbitrary, role: nameArbitrary },
			{ requiredKeys: ['percent'] },
		),
		nearMissPercent: percentArbitrary,
		examples: fc.array(
			fc.record(
				{
					name: nameArbitrary,
					at: fc.string(),
					facts: fc.dictionary(
						nameArbitrary,
						fc.oneof(literalArbitrary, fc.constant(null), fc.array(fc.string(), { maxLength: 2 })),
						{ maxKeys: 2 },
					),
					outcome: outcomeArbitrary,
				},
				{ requiredKeys: ['name', 'facts', 'outcome'] },
			),
			{ maxLength: 2 },
		),
	},
	{
		requiredKeys: ['id', 'version', 'area', 'facts', 'rules', 'default', 'examples'],
		noNullPrototype: true,
	},
);

const wrongArbitrary = fc.constantFrom<unknown[]>(
	null,
	'',
	'x',
	'x'.repeat(201),
	-1,
	1_001,
	true,
	[],
	[null],
	{},
	{ fact: '' },
	{ all: [] },
	{ unknown: 1 },
);
