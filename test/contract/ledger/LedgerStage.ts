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
	close(): Promise<void>;
}
