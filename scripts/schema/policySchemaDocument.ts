import { z } from 'zod';
import { ignoreOverride, zodToJsonSchema } from 'zod-to-json-schema';
import { conditionKinds, conditionSchema } from '../../src/domain/policy/condition';
import { policySchema } from '../../src/domain/policy/policy';

const address =
	'https://github.com/n8n-nodes-odoo-approvals/n8n-nodes-odoo-approvals/raw/main/schema/policy.schema.json';

/**
 * The shape of a policy as a JSON Schema (draft 07), for editors and other programs.
 *
 * It says what the zod schema says. What only a look at the whole document shows, such as a fact
 * that is not declared, is left to `policy check`.
 */
export function policySchemaDocument(): object {
	const { all, any, not, comparison } = conditionKinds;
	const { $schema, ...shape } = zodToJsonSchema(policySchema, {
		target: 'jsonSchema7',
		// Conditions contain conditions, so they need a name to be referred to by.
		definitions: { condition: z.union([all, any, not, comparison]) },
		override: (schema) =>
			schema === conditionSchema._def ? { $ref: '#/definitions/condition' } : ignoreOverride,
	});
	const title = 'Approval policy';
	return { $schema, $id: address, title, description: 'What is routine, what not', ...shape };
}
