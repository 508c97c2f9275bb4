import type { PointKind, Urgency } from '../../domain/advice/adviceSection';
import type { VoteRefusal } from '../../domain/case/commandResults';
import type { ReasonCode } from '../../domain/case/reasonCodes';
import type { CaseEventType, Decision } from '../../domain/case/vocabulary';

interface Words {
	title: string;
	text: string;
}

/** Why a link cannot be used at all. */
export type LinkFault =
	'invalid' | 'expired' | 'otherCase' | 'notHere' | 'unavailable' | 'unreadable';

/** Every sentence an approver reads, in one language. */
export interface Texts {
	product: string;
	urgent: string;
	requestedBy: string;
	due: string;
	wasDue: string;
	/** Before an instant, a colon and what is waited for. */
	pausedUntil: string;
	openInOdoo: string;
	stepOf(step: number, steps: number): string;
	/** The name is not always known. */
	standsInFor(name: string | null): string;
	why: string;
	whyNothing: string;
	whySampled: string;
	missingFacts: string;
	figures: string;
	lines: string;
	adviceByModel: string;
	adviceByModelNote: string;
	adviceByRules: string;
	confidence: string;
	points: Record<PointKind, string>;
	advice: {
		uncertain: string;
		cause: string;
		nextStep: string;
		/** Before the name of a role. */
		role: string;
		urgency: string;
		urgencies: Record<Extract<Urgency, 'high' | 'critical'>, string>;
	};
	people: string;
	you: string;
	quorumOne: string;
	quorum(needed: number, asked: number): string;
	/** Follows a name; `answer` is one of `decided`. */
	hasAnswered(answer: string): string;
	trail: string;
	byPolicy: string;
	footer(caseName: string): string;
	footerPolicy(id: string, version: string, hash: string): string;
	form: {
		approve: string;
		reject: string;
		sendBack: string;
		notApproving: string;
		reasonCode: string;
		reasonCodeNone: string;
		reasonCodeHint: string;
		reason: string;
		reasonHint: string;
		others: string;
		forwardTo: string;
		note: string;
		forward: string;
		abstain: string;
		inOdoo: string;
		inOdooHint: string;
	};
	faults: {
		reasonMissing: string;
		reasonCodeMissing: string;
		decisionMissing: string;
		forwardMissing: string;
		formStale: string;
	};
	reasonCodes: Record<ReasonCode, string>;
	/** A decision as it follows "has been" or a name. */
	decided: Record<Decision, string>;
	events: Record<CaseEventType, string>;
	links: Record<LinkFault, Words>;
	refusals: Record<VoteRefusal, Words>;
	thanks: {
		/** `decision` is `null` while others have to answer too. */
		title(decision: string | null): string;
		decided(record: string, decision: string): string;
		waiting: string;
		abstained: string;
		forwarded(name: string): string;
	};
	ended: {
		changedTitle: string;
		changed(record: string): string;
		title(decision: string): string;
		text(who: string, decision: string, record: string, when: string): string;
		reason(reason: string): string;
		answeredTitle(decision: string): string;
		answered: string;
	};
}
