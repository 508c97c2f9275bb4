/** Where a text stops being JSON, in the words of Python's parser. */
export function jsonFault(text: string): string {
	const end = text.trimEnd().length;
	return `Expecting value: line 1 column ${end + 1} (char ${end})`;
}
