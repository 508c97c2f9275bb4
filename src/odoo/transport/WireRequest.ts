/** What a transport puts on the wire for one call, before address and limits come in. */
export interface WireRequest {
	method: 'GET' | 'POST';
	/** Below the address of the server, with a leading slash. */
	path: string;
	headers: Record<string, string>;
	/** JSON text. */
	body?: string;
}
