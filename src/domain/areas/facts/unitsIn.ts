import type { Unit } from '../reading/unit';

/**
 * How many of a product's own unit one unit is, such as 12 for a dozen of pieces; 1 where either is
 * not given.
 */
export function unitsIn(
	unit: Unit | null | undefined,
	own: Pick<Unit, 'id' | 'factor'> | null | undefined,
): number {
	if (!unit || !own || unit.id === own.id) return 1;
	// Until Odoo 18 a factor says how many of a unit make one of the reference.
	return unit.relative_factor === undefined ? own.factor / unit.factor : unit.factor / own.factor;
}
