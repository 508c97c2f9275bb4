/**
 * Puts data between two marks that nothing in it can close: the sign that would is written as an
 * escape.
 */
export function fenced(mark: string, data: unknown): string {
	return `<${mark}>\n${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}\n</${mark}>`;
}
