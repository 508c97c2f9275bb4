/** What a request is answered with. */
export interface Answer {
	status: number;
	headers?: Record<string, string>;
	/** Text as it is; anything else as JSON. */
	body: unknown;
}

export interface Request {
	method: string;
	path: string;
	headers: Readonly<Record<string, string | undefined>>;
	body: string;
}

export const html = (status: number, body: string): Answer => ({
	status,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body,
});

export const json = (status: number, body: unknown, headers = {}): Answer => ({
	status,
	headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
	body,
});
