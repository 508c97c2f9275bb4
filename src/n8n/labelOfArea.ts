import type { CaseView } from '../domain/case/caseView';
import { describeArea } from './describeArea';

/** What people call the area of a case, as Odoo says; an older ledger there does not. */
export function labelOfArea({ area, areaLabel }: Pick<CaseView, 'area' | 'areaLabel'>): string {
	return areaLabel || describeArea(area).label;
}
