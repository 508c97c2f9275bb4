/** What a message says, before it is put into anybody's shape. */
export interface MessageContent {
	title: string;
	facts: ReadonlyArray<{ label: string; value: string }>;
	/** Why people are asked. */
	reasons: readonly string[];
	/** What else it lists. */
	sections: readonly MessageSection[];
	actions: ReadonlyArray<{ label: string; url: string }>;
}

export interface MessageSection {
	heading: string;
	lines: readonly MessageLine[];
}

/** One line of a list: something to open, if there is, and what is said of it. */
export interface MessageLine {
	link: { label: string; url: string } | null;
	text: string;
}
