/** Where the cases of a simulation came from. */
export interface SimulationSource {
	/** Of the records in Odoo; `null` for items. */
	model: string | null;
	/** Domain that chose the records, as it was written; empty for all of them. */
	filter: string;
	/** How many there are. */
	found: number;
	/** How many of them were taken, the newest; fewer than found where a limit was set. */
	taken: number;
}
