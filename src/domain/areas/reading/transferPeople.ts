import type { Person } from '../../case/person';
import { display, instant, toOne, type RecordOf } from './fields';
import { behind, type peopleBehind } from './people';

/** Who looks after a move, and when it was changed last. */
export const moveEditor = { write_uid: toOne(display), write_date: instant };

interface Transfer extends Omit<RecordOf<typeof peopleBehind>, 'id'> {
	move_ids: ReadonlyArray<Omit<RecordOf<typeof moveEditor>, 'id'>>;
}

/**
 * Who asks for the approval of a transfer, and who has a hand in it. Nobody looks after most
 * transfers, and Odoo makes them: then it is who changed its moves last.
 *
 * @throws {RecordUnreadableError} nobody is named at all
 */
export function behindTransfer({ move_ids: moves, ...people }: Transfer): {
	requester: Person;
	involvedIds: number[];
} {
	const [last] = [...moves].sort(
		(left, right) => (right.write_date?.toMillis() ?? 0) - (left.write_date?.toMillis() ?? 0),
	);
	const user_id = people.user_id ?? last?.write_uid ?? null;
	const { requester, involvedIds } = behind('stock.picking', { ...people, user_id });
	const editors = moves.flatMap(({ write_uid: editor }) => editor?.id ?? []);
	return { requester, involvedIds: [...new Set([...involvedIds, ...editors])] };
}
