import { NeverHappenedError, until } from './until';
import type { PageAnswer, Pages } from './Stage';

/** Approvers without a browser: they get the page, read its form and post it. */
export const httpPages: Pages = {
	async answer(link, { decision, reason = '', reasonCode = '' }) {
		const page = await openPage(link);
		if (!page.body.includes('<form'))
			throw new NeverHappenedError(`The page has no form; it says "${page.heading}"`);
		const token = /name="token" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
		const body = new URLSearchParams({ token, decision, reason, reasonCode });
		return await read(await fetch(link, { method: 'POST', body }));
	},
};

interface OpenPage extends PageAnswer {
	body: string;
}

/** Gets a page. For a moment after an approver is told, n8n is still about to wait. */
export async function openPage(link: string): Promise<OpenPage> {
	return await until('n8n never served the page', 20_000, async () => {
		const response = await fetch(link);
		const isOurs = response.headers.get('content-type')?.startsWith('text/html') === true;
		return isOurs ? await read(response) : undefined;
	});
}

async function read(response: Response): Promise<OpenPage> {
	const body = await response.text();
	const heading = /<h[12][^>]*>([^<]*)</.exec(body)?.[1] ?? '';
	return { status: response.status, heading: heading.trim(), body };
}
