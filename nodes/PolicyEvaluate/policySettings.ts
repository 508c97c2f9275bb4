import { z } from 'zod';
import type { PolicySettings } from '../../src/domain/policy/policyThresholds';
import { policyOutcomes } from '../../src/domain/policy/policyResult';

/** A field that is empty says nothing. */
const text = z
	.string()
	.trim()
	.transform((said) => (said === '' ? undefined : said))
	.optional();

const fields = z.object({
	currency: text,
	defaultOutcome: z.enum(policyOutcomes).optional(),
	defaultRole: text,
	defaultSlaClass: text,
	nearMissPercent: z.number().optional(),
	policyId: text,
	policyVersion: text,
	samplingPercent: z.number().optional(),
	samplingRole: text,
	timeZone: text,
	validFrom: text,
	validUntil: text,
});

/** What the collection of settings says of a policy; nothing that it leaves out. */
export const settingsSchema = fields
	.default({})
	.transform(
		({
			policyId: id,
			policyVersion: version,
			defaultOutcome: outcome,
			defaultRole: role,
			defaultSlaClass: slaClass,
			samplingPercent: percent,
			samplingRole,
			...others
		}): PolicySettings =>
			said({
				...others,
				id,
				version,
				default: filled(said({ outcome, role, slaClass })),
				sampling: percent === undefined ? undefined : { percent, ...said({ role: samplingRole }) },
			}),
	);

/** Without the members that are undefined. */
function said<Members extends object>(
	members: Members,
): { [Key in keyof Members]?: NonNullable<Members[Key]> } {
	const entries = Object.entries(members).filter(([, member]) => member !== undefined);
	return Object.fromEntries(entries) as { [Key in keyof Members]?: NonNullable<Members[Key]> };
}

function filled<Members extends object>(members: Members): Members | undefined {
	return Object.keys(members).length === 0 ? undefined : members;
}
