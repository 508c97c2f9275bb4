/** A refusal in the shape in which Odoo gives it: a Python class, its words, an HTTP status. */
export class OdooFault extends Error {
	readonly arguments: unknown[];

	constructor(
		/** Full name of the Python class, such as `odoo.exceptions.UserError`. */
		readonly pythonName: string,
		message: string,
		/** Status on JSON-2; JSON-RPC answers 200 whatever happened. */
		readonly status: number,
	) {
		super(message);
		this.arguments = pythonName.startsWith('werkzeug.') ? [message, status] : [message];
	}
}

export const accessDenied = () =>
	new OdooFault('odoo.exceptions.AccessDenied', 'Access Denied', 403);

export const accessError = (message: string) =>
	new OdooFault('odoo.exceptions.AccessError', message, 403);

export const userError = (message: string) =>
	new OdooFault('odoo.exceptions.UserError', message, 422);

/** What the database itself refuses; Odoo wraps its words. */
export const validationError = (words: string) =>
	new OdooFault(
		'odoo.exceptions.ValidationError',
		`The operation cannot be completed:${words.startsWith('\n') ? '' : ' '}${words}`,
		422,
	);

export const missingError = (model: string, id: unknown, userId: number) =>
	new OdooFault(
		'odoo.exceptions.MissingError',
		`Record does not exist or has been deleted.\n(Record: ${model}(${String(id)},), User: ${userId})`,
		404,
	);

/** A mistake of the caller that Odoo does not tell from one of its own. */
export const builtinError = (
	name:
		'ValueError' | 'TypeError' | 'AssertionError' | 'AttributeError' | 'KeyError' | 'IndexError',
	message: string,
) => new OdooFault(`builtins.${name}`, message, 500);

/** What a real Odoo can do and no recorded exchange covers here. */
export const notImplemented = (what: string) =>
	new OdooFault('builtins.NotImplementedError', `${what} is not implemented in the sandbox`, 500);

const werkzeug = (name: string, status: number) => (message: string) =>
	new OdooFault(`werkzeug.exceptions.${name}`, message, status);

export const badRequest = werkzeug('BadRequest', 400);
export const unauthorized = werkzeug('Unauthorized', 401);
export const notFound = werkzeug('NotFound', 404);
export const unprocessable = werkzeug('UnprocessableEntity', 422);
