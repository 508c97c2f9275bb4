import { formatValue } from '../../formatValue';
import { type Derived, Unknown } from './Unknown';

/** A fact as people read it, or why it is not known. */
export function writeDerived(value: Derived, unit?: string, currency?: string): string {
	return value instanceof Unknown ? `not known: ${value.why}` : formatValue(value, unit, currency);
}
