/** Minutes since midnight that a time such as `08:30` stands for. */
export function minutesOf(timeOfDay: string): number {
	const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
	return hours * 60 + minutes;
}

/** Beginning and end of a shift, in minutes since the midnight of the day on which it begins. */
export function spanOf({ from, to }: { from: string; to: string }): { begin: number; end: number } {
	const begin = minutesOf(from);
	const end = minutesOf(to);
	return { begin, end: end > begin ? end : end + 24 * 60 };
}
