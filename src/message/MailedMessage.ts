import type { ReadyMessage } from '../domain/case/readyMessage';

/** A message in every shape, that of a mail as well. */
export type MailedMessage = ReadyMessage & {
	/** For mail: a document of its own. */
	html: string;
};
