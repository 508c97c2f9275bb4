import { linkClaimsSchema, signForm } from '../../src/domain/links/links';
import { testSigningKey } from './startStage';

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

/**
 * Presses a button of the page's form, which posts to the page's own address. The page may have been
 * opened a while ago: its form carries a token of ours, whatever became of the case since.
 */
export async function press(link: string, fields: Record<string, string>): Promise<Page> {
	return await post(link, { ...formOf(link), ...fields });
}

/** Posts to the address of a page, as something may that never saw its form. */
export async function post(link: string, fields: Record<string, string>): Promise<Page> {
	return await toPage(await fetch(link, { method: 'POST', body: new URLSearchParams(fields) }));
}

const claimsSchema = linkClaimsSchema.pick({ case: true, step: true, round: true, actor: true });

/** What is hidden in the form; nothing for a link that says nothing. */
function formOf(link: string): Record<string, string> {
	const [body = ''] = new URL(link).searchParams.get('approval')?.split('.') ?? [];
	const text = Buffer.from(body, 'base64url').toString('utf8');
	if (!text.startsWith('{')) return {};
	const exp = Math.floor(Date.now() / 1000) + 3_600;
	const claims = claimsSchema.parse(JSON.parse(text));
	return { token: signForm({ ...claims, exp }, { id: 'key-1', key: testSigningKey }) };
}

async function toPage(response: Response): Promise<Page> {
	return { status: response.status, headers: response.headers, html: await response.text() };
}

/** The headline of a page that says what became of a request. */
export function headline({ html }: Page): string {
	return /role="status">\s*<h[12]>([^<]*)</.exec(html)?.[1] ?? '';
}

/** The seal that a genuine link carries. */
export function sealIn(link: string): string {
	const [body = ''] = new URL(link).searchParams.get('approval')?.split('.') ?? [];
	const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
	return linkClaimsSchema.parse(claims).fp;
}
