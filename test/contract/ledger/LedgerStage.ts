/** Somebody with a key, as they are in Odoo. */
export interface StageUser {
	id: number;
	name: string;
	login: string;
	apiKey: string;
}

/**
 * An Odoo, real or not, with the blueprint of all areas installed, a few people, and nothing that
 * listens to its events. Everything else the suite does itself, over the wire.
 */
export interface LedgerStage {
	url: string;
	/** How often a race is run; where transactions are real, it takes many to see the seldom one. */
	races: number;
	database: string;
	administrator: StageUser;
	/** Role "integration", and Sales "User: All Documents"; no administrator. */
	integration: StageUser;
	/** Role "approver"; two people who have nothing to do with the orders. */
	approvers: readonly [StageUser, StageUser];
	/** Role "manager". */
	manager: StageUser;
	/** Sales "User: Own Documents Only", none of the roles. */
	salesperson: StageUser;
	/** Presses "Request Approval" on an order, as the salesperson. */
	requestApproval(orderId: number): Promise<void>;
	/** Lets enough time pass for one event to be due, and runs the scheduled action. */
	redeliver(outboxId: number): Promise<void>;
	/** Runs the scheduled action, whatever is due. */
	runSchedule(): Promise<void>;
	/** Nothing waits any longer: with too much behind, Odoo leaves sending to its schedule. */
	clearOutbox(): Promise<void>;
	/** Lets the lease of an event that was handed out end. */
	letLeaseEnd(outboxId: number): Promise<void>;
	/** Another transaction of Odoo's changes an event, and holds it for a second before it commits. */
	holdEvent(outboxId: number): Promise<void>;
	/**
	 * Lets somebody work by a schedule of their own, and be away for a while; gives the resource that
	 * they are in Odoo. Times are as Odoo writes them.
	 */
	workBy(
		user: StageUser,
		scheduleId: number,
		away: { date_from: string; date_to: string },
	): Promise<number>;
	/** Takes that back. */
	workAsAllDo(resourceId: number): Promise<void>;
	/** Lets a subscription have been there for a day. */
	backdate(key: string): Promise<void>;
	/** Names of the automation rules that subscriptions have. */
	rules(): Promise<string[]>;
	/** Somebody archives the rules about a model. */
	breakRules(model: string): Promise<void>;
	/** Whether the integration user may make rules; it may at first. */
	letUserCreateRules(isAllowed: boolean): Promise<void>;
	/** Whether the integration user has its rights in Sales; it has at first. */
	letUserSell(isAllowed: boolean): Promise<void>;
	/** Whether the database passes for a copy of what it was. */
	beCopy(isCopy: boolean): Promise<void>;
	/** The administrator presses "Create Rule" on a subscription. */
	createRule(key: string): Promise<void>;
	close(): Promise<void>;
}
