import type { Person } from '../../case/person';
import { RecordUnreadableError } from '../errors';
import { display, toOne, type RecordOf } from './fields';

/** Whom Odoo names on every record: who made it, and who changed it last. */
export const makersBehind = {
	create_uid: toOne(display),
	write_uid: toOne(display),
};

/** Everyone that Odoo names on most records, with who looks after it. */
export const peopleBehind = {
	user_id: toOne(display),
	...makersBehind,
};

type People = Omit<RecordOf<typeof makersBehind>, 'id'> &
	Partial<Pick<RecordOf<typeof peopleBehind>, 'user_id'>>;

/**
 * Who asks for the approval, and who has a hand in the record, each once.
 * @throws {RecordUnreadableError} nobody is named at all
 */
export function behind(
	model: string,
	{ user_id: user = null, create_uid: creator, write_uid: editor }: People,
): { requester: Person; involvedIds: number[] } {
	const asking = user ?? creator;
	if (asking === null) throw new RecordUnreadableError(model, ['nobody is behind it']);
	const ids = [user, creator, editor].flatMap((one) => one?.id ?? []);
	return {
		requester: { id: asking.id, name: asking.display_name },
		involvedIds: [...new Set(ids)],
	};
}
