import { maskKey, type OdooCredentials } from '../OdooCredentials';

/** What an answer belongs to: everything that its reading, and an error about it, needs to know. */
export class Answering {
	constructor(
		/** Such as `sale.order.action_confirm`. */
		readonly call: string,
		private readonly credentials: OdooCredentials,
	) {}

	get database(): string {
		return this.credentials.database;
	}

	/** A text of the server that may be shown. */
	shown(text: string): string {
		return maskKey(this.credentials, text);
	}
}
