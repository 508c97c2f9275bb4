/** `daysToCommitment` and `sales_manager` as people say them. */
export function inWords(name: string): string {
	const words = name
		.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
		.replaceAll('_', ' ')
		.toLowerCase();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
