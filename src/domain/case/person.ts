import { z } from 'zod';

/** Someone who has a user in Odoo. */
export const personSchema = z.object({ id: z.number().int().positive(), name: z.string() });

export type Person = z.infer<typeof personSchema>;

/** A user as the ledger's directory describes them: what routing and the page need to know. */
export const directoryUserSchema = personSchema.extend({
	login: z.string(),
	email: z.string(),
	/** IANA zone, or an empty string when the user has set none. */
	timeZone: z.string(),
	/** Odoo language code such as `de_DE`. */
	language: z.string(),
	/** Which of the groups that were asked for the user is in (external ids). */
	groups: z.array(z.string()),
	/** Which of the fields of the record that were asked for lead to the user. */
	fields: z.array(z.string()).default([]),
	/** Until when the user is on leave; `null` when they are not. */
	awayUntil: z.string().datetime().nullable().default(null),
	/** Id of the user to whom they have handed their authority for now. */
	delegateId: z.number().int().positive().nullable().default(null),
});

export type DirectoryUser = z.infer<typeof directoryUserSchema>;
