import { toMany, toOne, word } from './fields';

const tag = toMany({ name: word });

/** A partner's tags, and those of the company behind a contact. */
export const tags = { category_id: tag, commercial_partner_id: toOne({ category_id: tag }) };
