import { z } from 'zod';

/** Who may approve: one user, or everyone in a group (external id such as `sales_team.group_sale_manager`). */
export const approverSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('user'), login: z.string().min(1) }),
	z.object({ kind: z.literal('group'), group: z.string().min(1) }),
]);

/** One line of the delegation-of-authority matrix: who approves in a role, and up to how much. */
export const authoritySchema = z.object({
	role: z.string().min(1),
	approver: approverSchema,
	/** The limit itself may still be approved; `null` is no limit. */
	limit: z.number().nonnegative().nullable(),
	/** ISO 4217 code of the limit; left out, the limit is in the currency of the amount. */
	currency: z.string().optional(),
	/** How many people have to approve, where one is not enough. */
	quorum: z.number().int().positive().optional(),
});

export const authorityMatrixSchema = z.object({
	rows: z.array(authoritySchema),
	/** Asked when a role leaves too few people; has no limit, so that no case stalls. */
	fallback: approverSchema,
});

export type Approver = z.infer<typeof approverSchema>;
export type Authority = z.infer<typeof authoritySchema>;
export type AuthorityMatrix = z.infer<typeof authorityMatrixSchema>;
