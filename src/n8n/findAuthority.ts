import type { AuthorityMatrix, MatrixStamp } from '../domain/authority/authority';
import { stampOf } from '../domain/authority/matrixStamp';
import { approversToLookUp } from '../domain/authority/resolveApprovers';
import type { DirectoryUser } from '../domain/case/person';
import type { RecordSection } from '../domain/case/caseFile';
import type { Ledger } from '../odoo/ledger/Ledger';
import { authorityFrom, type GivenAuthority } from './authorityFrom';

export interface FoundAuthority {
	matrix: AuthorityMatrix;
	stamp: MatrixStamp;
	/** Everyone behind the matrix, and those who stand in for them. */
	users: DirectoryUser[];
}

/**
 * Reads the matrix, from Odoo where it is kept there, and looks up who is behind it: in one call.
 * @param furtherLogins of users to look up as well
 */
export async function findAuthority(
	ledger: Ledger,
	given: GivenAuthority,
	{ area, model, id }: Pick<RecordSection, 'area' | 'model' | 'id'>,
	furtherLogins: readonly string[] = [],
): Promise<FoundAuthority> {
	const written = authorityFrom(given);
	const isInOdoo = given.authoritySource === 'odoo';
	const { logins, groups, fields } = approversToLookUp(written);
	const { users, rows } = await ledger.execute<'directory'>({
		command: 'directory',
		logins: [...new Set([...logins, ...furtherLogins])],
		groups,
		fields,
		record: { model, id },
		area,
		matrix: isInOdoo,
	});
	const matrix = { ...written, rows: rows ?? written.rows };
	return { matrix, stamp: stampOf(matrix, isInOdoo ? 'odoo' : 'node'), users };
}
