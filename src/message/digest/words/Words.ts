/** Every sentence of a digest, in one language; what the page says too comes from its texts. */
export interface Words {
	nothingWaits: string;
	waits(count: number): string;
	overdue(count: number): string;
	dueToday(count: number): string;
	withoutDueTime(count: number): string;
	inManualQueue(count: number): string;
	nobodyAsked(count: number): string;
	somethingBroken: string;
	labels: {
		asOf: string;
		waiting: string;
		longest: string;
		since(when: string): string;
		machinery: string;
	};
	opened(count: number): string;
	decided(count: number): string;
	/** Of those that were decided. */
	byPolicy(count: number): string;
	ranLate(count: number): string;
	escalated(count: number): string;
	exhausted(count: number): string;
	releaseRefused(count: number): string;
	voteRefused(count: number): string;
	nothingBroken: string;
	notReleased(count: number): string;
	leftUndone(count: number): string;
	deadLetters(count: number): string;
	lateEvents(minutes: string): string;
	headings: {
		today: string;
		waiting: string;
		ranLate: string;
		notReleased: string;
		leftUndone: string;
		people: string;
		areas: string;
	};
	asked(names: string): string;
	nobody: string;
	/** Who looks after it in the manual queue. */
	owner(name: string): string;
	openedOn(when: string): string;
	noDueTime: string;
	stillOpen: string;
	/** `answer` as it follows "has been"; `who` is a name, or the word for policy. */
	decidedBy(answer: string, who: string, when: string): string;
	/** After a list of names. */
	others(count: number): string;
	/** Below a list that goes on. */
	more(count: number): string;
	cases: string;
	deadLetterList: string;
	dashboard: string;
}
