import { askedNow, eligibleNow, votesNow } from '../../src/domain/case/ApprovalCase';
import { caseViewSchema, type CaseView } from '../../src/domain/case/caseView';
import { areaLabel } from '../installedAreas';
import type { Database } from '../orm/Database';
import { textIn } from '../orm/rowValues';
import type { KeptCase } from './caseStore';
import { listenersToCase } from './outboxRows';
import { directoryUser, personIn } from './people';

/** A case as every command answers it. */
export function viewOfCase(database: Database, { id, row, state, trail }: KeptCase): CaseView {
	return caseViewSchema.parse({
		...state,
		id,
		name: row['x_name'],
		areaLabel: areaLabel(state.area),
		approvers: askedNow(state).flatMap((user) => directoryUser(database, user, []) ?? []),
		eligible: eligibleNow(state).flatMap((user) => personIn(database, user) ?? []),
		votes: votesNow(state),
		traceId: textIn(row, 'x_trace_id') || null,
		resumeUrl: textIn(row, 'x_resume_url') || null,
		pageUrl: pageUrl(database, state.area),
		trail,
		lastHash: row['x_last_hash'],
	});
}

/** Where approvers find the case as long as somebody listens: beside where events are reported. */
function pageUrl(database: Database, area: string): string | null {
	const [address] = listenersToCase(database, area)
		.filter((row) => !textIn(row, 'x_expires_at'))
		.map((row) => textIn(row, 'x_url').split('?')[0] ?? '');
	return address === undefined ? null : `${address}/page`;
}
