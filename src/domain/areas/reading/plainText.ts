/** What people read of a rich text: empty where there is nothing but markup. */
export function plainText(html: string | null): string {
	return (html ?? '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&nbsp;|\s+/g, ' ')
		.trim();
}
