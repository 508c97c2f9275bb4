/** What a message says, before it is put into anybody's shape. */
export interface MessageContent {
	title: string;
	facts: ReadonlyArray<{ label: string; value: string }>;
	/** Why people are asked. */
	reasons: readonly string[];
	actions: ReadonlyArray<{ label: string; url: string }>;
}
