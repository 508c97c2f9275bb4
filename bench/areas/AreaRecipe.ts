import type { AreaDesk } from './AreaDesk';

/** A record that will ask. */
export interface AreaRecord {
	id: number;
	/** The save after which it asks. */
	ask(): Promise<unknown>;
	/** What a person calls in Odoo who decides without us. */
	byHand(): Promise<unknown>;
	/** What of it shows that it came to its end; a domain on its model. */
	end: readonly unknown[];
}

/** How a record of one area comes to ask, so that its default policy lets it through where it can. */
export interface AreaRecipe {
	/** Id of the area. */
	area: string;
	/** What `byHand` does, for the line that is printed. */
	byHand: string;
	/** Who decides: policy, or an approver where the default policy lets nothing through. */
	decidedBy: 'policy' | 'approver';
	/** Odoo's settings, and a first record by which a partner is known; once. */
	prepare?(desk: AreaDesk): Promise<void>;
	/** Everything before the save that asks. */
	write(desk: AreaDesk): Promise<AreaRecord>;
}
