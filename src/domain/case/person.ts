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
});

export type DirectoryUser = z.infer<typeof directoryUserSchema>;
