import type { CaseFile, Facts, RecordSection } from '../case/caseFile';
import type { SimulatedCase } from './SimulatedCase';

/** Makes a case of a case file. It is dated by when it was decided, or else by its event. */
export function caseFromFile(
	file: CaseFile & { record: RecordSection; facts: Facts },
): SimulatedCase {
	const { record, facts, policy, event } = file;
	const { area, model, id, name, url, amount, currency } = record;
	const at = policy?.at ?? event?.sentAt ?? null;
	return { area, model, id, name, url, amount, currency, at, facts };
}
