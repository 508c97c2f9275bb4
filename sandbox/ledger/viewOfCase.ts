import { askedNow, votesNow } from '../../src/domain/case/ApprovalCase';
import { caseViewSchema, type CaseView } from '../../src/domain/case/caseView';
import type { Database } from '../orm/Database';
import { textIn } from '../orm/rowValues';
import type { KeptCase } from './caseStore';
import { directoryUser } from './people';

/** A case as every command answers it. */
export function viewOfCase(database: Database, { id, row, state, trail }: KeptCase): CaseView {
	return caseViewSchema.parse({
		...state,
		id,
		name: row['x_name'],
		approvers: askedNow(state).flatMap((user) => directoryUser(database, user, []) ?? []),
		votes: votesNow(state),
		resumeUrl: textIn(row, 'x_resume_url') || null,
		trail,
		lastHash: row['x_last_hash'],
	});
}
