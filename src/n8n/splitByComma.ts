/** What people type in a list: parted by commas, with spaces or without. */
export function splitByComma(text = ''): string[] {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
