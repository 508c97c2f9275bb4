import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import type { AuthorityMatrix, MatrixStamp } from './authority';

/** Which matrix it is: two with one hash ask the same people. */
export function stampOf(matrix: AuthorityMatrix, source: MatrixStamp['source']): MatrixStamp {
	return { source, hash: createHash('sha256').update(canonicalJson(matrix)).digest('hex') };
}
