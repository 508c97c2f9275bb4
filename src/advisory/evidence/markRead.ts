/** Stands for what was read; long runs of blanks would keep some readers busy for seconds. */
const READ = '·';

/** The text with marks where some pieces of it were, so that they are not read again. */
export function markRead(
	text: string,
	pieces: ReadonlyArray<{ index: number; text: string }>,
): string {
	return pieces.reduce(
		(rest, { index, text: { length } }) =>
			rest.slice(0, index) + READ.repeat(length) + rest.slice(index + length),
		text,
	);
}
