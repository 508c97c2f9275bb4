/** What an approver's browser gets. */
export interface Page {
	status: number;
	headers: Headers;
	html: string;
}

/** Opens a link. */
export async function open(link: string): Promise<Page> {
	return await toPage(await fetch(link));
}

/** Presses a button of the page's form, which posts to the page's own address. */
export async function press(link: string, fields: Record<string, string>): Promise<Page> {
	return await toPage(await fetch(link, { method: 'POST', body: new URLSearchParams(fields) }));
}

async function toPage(response: Response): Promise<Page> {
	return { status: response.status, headers: response.headers, html: await response.text() };
}

/** The headline of a page that says what became of a request. */
export function headline({ html }: Page): string {
	return /role="status">\s*<h[12]>([^<]*)</.exec(html)?.[1] ?? '';
}
