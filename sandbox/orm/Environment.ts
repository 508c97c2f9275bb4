import { notImplemented } from '../OdooFault';
import type { OdooVersion, Wording } from '../wording';
import type { Database, Row } from './Database';
import type { Model } from './Model';
import { groupsOf } from './groupsOf';
import { textIn } from './rowValues';

/** What all calls to one server share. */
export interface Server {
	database: Database;
	models: ReadonlyMap<string, Model>;
	version: OdooVersion;
	wording: Wording;
	now: () => Date;
	/** Watch what each transaction changes. */
	watches: SaveWatch[];
}

/** Told when a transaction begins and, before it is committed, when it ends. */
export interface SaveWatch {
	begin(): void;
	finish(environment: Environment): void;
}

/** Who acts, with which rights and which context: Odoo's `env`. */
export class Environment {
	constructor(
		readonly server: Server,
		readonly userId: number,
		readonly context: Readonly<Record<string, unknown>> = {},
		/** Whether rights are not asked for. The user stays who they are. */
		readonly isSuper = false,
	) {}

	get database(): Database {
		return this.server.database;
	}

	get wording(): Wording {
		return this.server.wording;
	}

	/** The instant of the call, ISO 8601 in UTC. */
	get at(): string {
		return this.server.now().toISOString();
	}

	sudo(): Environment {
		return new Environment(this.server, this.userId, this.context, true);
	}

	model(name: string): Model {
		const model = this.server.models.get(name);
		if (!model) throw notImplemented(`Model ${name}`);
		return model;
	}

	hasGroup(externalId: string, userId = this.userId): boolean {
		const user = this.database.find('res.users', userId);
		const group = this.database.idOf(externalId);
		return !!user && group !== undefined && groupsOf(this.database, user).includes(group);
	}

	isInAny(groups: readonly string[]): boolean {
		return this.isSuper || groups.some((group) => this.hasGroup(group));
	}

	userName(userId = this.userId): string {
		const user: Row | undefined = this.database.find('res.users', userId);
		return user ? textIn(user, 'name') : '';
	}
}
