import { z } from 'zod';

/** What may be sent to people as it is, in the shapes that mail, chat and Slack and Teams take. */
export const readyMessageSchema = z.object({
	/** One line. */
	subject: z.string(),
	/** Plain text. */
	text: z.string(),
	/** The same in Markdown. */
	markdown: z.string(),
	/** For the Slack node's "Blocks", or `chat.postMessage`; `text` is what a notification shows. */
	slack: z.object({ text: z.string(), blocks: z.array(z.record(z.unknown())) }),
	/** What a Teams webhook takes: an Adaptive Card. */
	teams: z.record(z.unknown()),
});

export type ReadyMessage = z.infer<typeof readyMessageSchema>;
