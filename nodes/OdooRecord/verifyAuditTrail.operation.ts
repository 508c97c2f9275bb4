import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CaseAudit } from '../../src/domain/audit/auditCase';
import type { Emission } from '../../src/n8n/forEachItem';
import { formatValue } from '../../src/domain/formatValue';
import { LongWork } from '../../src/n8n/LongWork';
import { odooClientFrom } from '../../src/n8n/odooClientFrom';
import { ParameterInvalidError, readParameters } from '../../src/n8n/readParameters';
import { OdooMissingError } from '../../src/odoo/errors';
import { readAudits, type AuditScope } from '../../src/odoo/ledger/readAudits';

const INTACT = 0;
const BROKEN = 1;

/** More are counted, not listed. */
const MOST_LISTED = 1_000;

const id = z.coerce.number().int().positive();
const instant = z
	.string()
	.refine(
		(text) => !Number.isNaN(Date.parse(text)),
		'must be a date, such as 2026-01-31T00:00:00Z',
	);

const scope = z.object({ auditScope: z.enum(['case', 'record', 'period']).default('case') });
const ofCase = z.object({ caseId: id });
const ofRecord = z.object({ auditedModel: z.string().trim().min(1), auditedRecordId: id });
const ofPeriod = z.object({ auditedFrom: instant, auditedUntil: instant });

/**
 * Checks the trails of cases: nothing in them was changed, left out, added or moved, the case shows what
 * they come to, and the record's chatter knows the same hashes.
 *
 * One case leaves as one item. Of several there is a summary, and an item for each that is broken.
 */
export async function verifyAuditTrail(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission[]> {
	const audited = readScope(context, itemIndex);
	const client = await odooClientFrom(context, itemIndex);
	const work = new LongWork(context);
	const tally = new AuditTally();
	for await (const audits of readAudits(client, audited)) {
		for (const one of audits) {
			tally.add(one);
			await work.afterWork();
		}
		work.tell(() => tally.news());
	}
	if (audited.kind !== 'case') return tally.emissions(audited);
	if (!tally.only) {
		const missing = `There is no approval case ${audited.caseId}.`;
		throw new OdooMissingError('x_approval_case.search_read', missing);
	}
	return [emissionOf(tally.only)];
}

function readScope(context: IExecuteFunctions, itemIndex: number): AuditScope {
	const { auditScope: kind } = readParameters(context, itemIndex, scope);
	switch (kind) {
		case 'case':
			return { kind, caseId: readParameters(context, itemIndex, ofCase).caseId };
		case 'record': {
			const given = readParameters(context, itemIndex, ofRecord);
			return { kind, model: given.auditedModel, recordId: given.auditedRecordId };
		}
		case 'period': {
			const { auditedFrom: from, auditedUntil: until } = readParameters(
				context,
				itemIndex,
				ofPeriod,
			);
			if (Date.parse(from) < Date.parse(until)) return { kind, from, until };
			throw new ParameterInvalidError('auditedUntil: must be later than From');
		}
	}
}

function emissionOf(audit: CaseAudit): Emission {
	return { output: audit.intact ? INTACT : BROKEN, json: { ...audit } };
}

/** What was found in all cases. */
class AuditTally {
	private cases = 0;
	private entries = 0;
	private broken = 0;
	private readonly listed: CaseAudit[] = [];
	/** The last one, which is the only one where there is one. */
	only: CaseAudit | null = null;

	add(audit: CaseAudit): void {
		this.only = audit;
		this.cases += 1;
		this.entries += audit.count;
		if (audit.intact) return;
		this.broken += 1;
		if (this.listed.length < MOST_LISTED) this.listed.push(audit);
	}

	news(): string {
		const [cases, broken] = [this.cases, this.broken].map((count) => formatValue(count));
		return `Verified ${cases} cases, ${broken} of them broken`;
	}

	emissions(audited: AuditScope): Emission[] {
		const { cases, entries, broken, listed } = this;
		const [firstBroken = null] = listed;
		const intact = broken === 0;
		const summary = { scope: audited, intact, cases, entries, broken, firstBroken };
		return [{ output: intact ? INTACT : BROKEN, json: summary }, ...listed.map(emissionOf)];
	}
}
