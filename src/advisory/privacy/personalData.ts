/** What is taken out of a text before it leaves the house. */
export const secretKinds = ['KEY', 'LINK', 'EMAIL', 'IBAN', 'CARD', 'PHONE'] as const;
export type SecretKind = (typeof secretKinds)[number];

/**
 * What each kind looks like, in the order in which they are looked for. Rather too much is found
 * than too little: whatever is no secret comes back unharmed.
 *
 * Numbers of accounts and cards are taken by their shape, since one with a slip of the pen is as
 * private as a right one. National phone numbers have too many shapes to be certain of (a library
 * that knows them takes 13 MB, and takes barcodes for German ones): here they begin with 0 or a
 * bracket, or stand behind a word such as "Tel.".
 */
export const secretPatterns: Readonly<Record<SecretKind, readonly RegExp[]>> = {
	KEY: [
		/-----BEGIN [A-Z ]{0,40}-----[\s\S]{0,4000}?(?:-----END [A-Z ]{0,40}-----|$)/g,
		/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
		/\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abpr]|AKIA|ASIA|AIza)[-_]?[\w-]{12,}/g,
		/\bBearer\s+[\w.~+/-]{8,}=*/gi,
		/(?<=\b(?:pass(?:word|wort|code)?|pwd|kennwort|mot de passe|contraseña|secret|token|api[ _-]?key|access[ _-]?key|pin)\b["']?\s{0,3}[:=]\s{0,3}["']?)[^\s"',;]{3,200}/gi,
		/(?<=\b(?:pass(?:word|wort|code)?|pwd|kennwort|mot de passe|contraseña|secret|token|api[ _-]?key|access[ _-]?key|pin)\s{1,3}(?:is|ist|est|es)\s{1,3}["']?)(?=[^\s\d]{0,200}\d)[^\s"',;]{3,200}/gi,
		/\b(?=[A-Za-z\d_-]{0,80}\d)(?=[A-Za-z\d_-]{0,80}[A-Za-z])[A-Za-z\d_-]{32,}\b/g,
	],
	LINK: [/\b(?:https?|ftp|mailto):[^\s<>"')\]]{3,2000}/gi],
	EMAIL: [/[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu],
	IBAN: [/\b[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,3})?\b/g],
	CARD: [
		/(?<![\d.,])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|3\d{3}([ -])\d{6}\2\d{5}|[3-6]\d{14,15})(?![\d.,]\d)/g,
	],
	PHONE: [
		/(?<![\p{L}\d])(?:\+|00)[1-9](?:[ ()/.-]{0,2}\d){6,14}(?!\d)/gu,
		/(?<![\p{L}\d.,/-])(?!\d{1,2}([./-])\d{1,2}\1\d{2})(?=\(?0(?:[ ()/.-]{0,3}\d){6,14}(?![\d.,]?\d))\(?0\d{1,5}\)?[ /.-]{1,3}\d{2,}(?:[ /-]?\d{2,}){0,5}/gu,
		/(?<![\p{L}\d])\(\d{3}\) ?\d{3}[ -]?\d{4}(?!\d)/gu,
		/(?<=\b(?:tel|téléphone|teléfono|telefon|phone|fon|fax|mobile|mobil|handy|móvil|cell|call)\b[.:]{0,2}\s{0,3})\d(?:[ ()/.-]{0,2}\d){4,14}(?!\d)/giu,
	],
};
