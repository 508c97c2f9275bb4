import type { OdooClient } from '../../src/odoo/OdooClient';
import type { OdooLogin } from './bringConductor';
import type { Stage } from './Stage';

/** An Odoo with everybody and everything that the scenario needs. */
export interface OdooSide extends Pick<Stage, 'people' | 'customers' | 'products'> {
	url: string;
	database: string;
	administrator: OdooLogin & { odoo: OdooClient };
	integration: OdooLogin;
	/** Whether approvals are in it already. */
	isSetUp: boolean;
	close(): Promise<void>;
}
