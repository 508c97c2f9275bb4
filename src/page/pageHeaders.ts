/** What a page may do and load, as far as it can say so itself (`frame-ancestors` only counts as a header). */
export const contentSecurityPolicy =
	"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

/**
 * Headers of every page: nothing is loaded from anywhere, nothing is kept, and the address, which is
 * the approver's key, is not told to other sites.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-robots-tag': 'noindex',
};
