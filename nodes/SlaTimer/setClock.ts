import type { IExecuteFunctions } from 'n8n-workflow';
import { canonicalJson } from '../../src/domain/canonicalJson';
import type { CaseView } from '../../src/domain/case/caseView';
import type { ClockChange } from '../../src/domain/case/vocabulary';
import { DomainError } from '../../src/domain/errors';
import { changeOf, type SlaSection } from '../../src/domain/sla/slaSection';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';
import type { Ledger } from '../../src/odoo/ledger/Ledger';

/** People answer a case now and then, not time after time while its clock is set. */
const MOST_ATTEMPTS = 5;

/** The case has no clock that could be set. */
export class ClockMissingError extends DomainError {
	readonly code = 'CLOCK_MISSING';
}

/** The case changed each time before its clock could be set. */
export class ClockLostError extends DomainError {
	readonly code = 'CLOCK_LOST';
}

export interface ClockSetting {
	change: ClockChange;
	/** For the trail of the case. */
	reason: string;
	/**
	 * The clock after the change.
	 * @param view the case in Odoo; `null` for a clock that only the item has
	 */
	set: (sla: SlaSection, view: CaseView | null) => SlaSection;
}

/**
 * Sets the clock of the item's case: in Odoo, where the case is open there, and in the item. One that
 * stands as it should already is left alone, so that a repeated run changes nothing.
 */
export async function setClock(
	context: IExecuteFunctions,
	itemIndex: number,
	setting: ClockSetting,
): Promise<Emission> {
	const { routing, sla } = readCaseFile(context, itemIndex, []);
	if (!routing) {
		if (!sla) throw new ClockMissingError(NO_CLOCK);
		return emission(context, itemIndex, setting.set(sla, null));
	}
	const ledger = await ledgerFrom(context, itemIndex);
	for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
		const { case: view } = await ledger.execute<'show'>({
			command: 'show',
			caseId: routing.caseId,
		});
		if (!view.sla) throw new ClockMissingError(NO_CLOCK);
		const after = await setInOdoo(ledger, { ...view, sla: view.sla }, setting);
		if (after) return emission(context, itemIndex, after);
	}
	throw new ClockLostError(
		`${routing.caseName} changed each time before its clock could be set; run this again`,
	);
}

const NO_CLOCK = 'There is no clock: the node SLA Timer (Start) starts one before Approval Route';

/** The clock as it is then; `null` when the case changed meanwhile. */
async function setInOdoo(
	ledger: Ledger,
	view: CaseView & { sla: SlaSection },
	{ change, reason, set }: ClockSetting,
): Promise<SlaSection | null> {
	const isOver = view.state !== 'pending' && change !== 'stopped';
	const sla = isOver ? view.sla : set(view.sla, view);
	if (canonicalJson(sla) === canonicalJson(view.sla)) return view.sla;
	const { status, case: after } = await ledger.execute<'clock'>({
		command: 'clock',
		caseId: view.id,
		version: view.version,
		change,
		sla: changeOf(view.sla, sla),
		reason,
	});
	return status === 'changed' ? null : after.sla;
}

function emission(context: IExecuteFunctions, itemIndex: number, sla: SlaSection): Emission {
	return { output: 0, json: withSections(context, itemIndex, { sla }) };
}
