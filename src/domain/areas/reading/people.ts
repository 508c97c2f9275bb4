import type { Person } from '../../case/person';
import { RecordUnreadableError } from '../errors';
import { display, toOne, type RecordOf } from './fields';

/** Everyone that Odoo names on most records: who looks after it, who made it, who changed it last. */
export const peopleBehind = {
	user_id: toOne(display),
	create_uid: toOne(display),
	write_uid: toOne(display),
};

/**
 * Who asks for the approval, and who has a hand in the record, each once.
 * @throws {RecordUnreadableError} nobody is named at all
 */
export function behind(
	model: string,
	{
		user_id: user,
		create_uid: creator,
		write_uid: editor,
	}: Omit<RecordOf<typeof peopleBehind>, 'id'>,
): { requester: Person; involvedIds: number[] } {
	const asking = user ?? creator;
	if (asking === null) throw new RecordUnreadableError(model, ['nobody is behind it']);
	const ids = [user, creator, editor].flatMap((one) => one?.id ?? []);
	return {
		requester: { id: asking.id, name: asking.display_name },
		involvedIds: [...new Set(ids)],
	};
}
