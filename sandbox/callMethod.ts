import { accessError, notImplemented, type OdooFault } from './OdooFault';
import { uncoveredMethods, uncoveredModels } from './notCovered';
import type { Bound } from './orm/bindArguments';
import type { Environment } from './orm/Environment';
import { genericMethods } from './orm/genericMethods';
import type { Method, Model } from './orm/Model';

/** How a protocol words what it does not find, and reads the arguments. */
export interface Dialect {
	unknownModel(model: string): OdooFault;
	unknownMethod(model: string, method: string): OdooFault;
	bind(where: string, method: Method): Bound;
}

/** Methods that were public before Odoo 19. */
const privateSince19: ReadonlySet<string> = new Set(['check_access', 'exists']);

/**
 * Calls a method of a model as one transaction: when it is refused, nothing of it stays.
 *
 * @throws {OdooFault}
 */
export function callMethod(
	environment: Environment,
	modelName: string,
	methodName: string,
	dialect: Dialect,
): unknown {
	const model = environment.server.models.get(modelName);
	if (!model) throw missingModel(modelName, dialect);
	const method = findMethod(environment, model, methodName, dialect);
	const bound = dialect.bind(`${modelName}.${methodName}`, method);
	const { database, watches } = environment.server;
	const result = database.transaction(() => {
		for (const watch of watches) watch.begin();
		const returned = method.run({ environment, model, ...bound });
		for (const watch of watches) watch.finish(environment);
		return returned;
	});
	database.commit();
	return result;
}

function missingModel(name: string, dialect: Dialect): OdooFault {
	return uncoveredModels.has(name) ? notImplemented(`Model ${name}`) : dialect.unknownModel(name);
}

function findMethod(
	{ server: { version, wording } }: Environment,
	model: Model,
	name: string,
	dialect: Dialect,
): Method {
	if (name.startsWith('_') || (version >= 19 && privateSince19.has(name)))
		throw accessError(wording.privateMethod(model.name, name));
	const method = model.methods[name] ?? genericMethods[name];
	if (method) return method;
	if (uncoveredMethods.has(name) || privateSince19.has(name))
		throw notImplemented(`Method ${model.name}.${name}`);
	throw dialect.unknownMethod(model.name, name);
}
