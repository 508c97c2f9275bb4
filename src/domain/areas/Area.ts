import type { AdviceProfile } from '../advice/adviceProfile';
import type { Facts, Proposal } from '../case/caseFile';
import type { Effect } from '../case/commands';
import type { Person } from '../case/person';
import type { Absence, RelatedQuery, RelatedRows } from '../case/relatedQuery';
import type { Decision } from '../case/vocabulary';
import type { Watched } from '../case/watched';
import type { FactType, Policy } from '../policy/policy';

/** What a fact is: how policies may compare it and how people read it. */
export interface FactDeclaration {
	type: FactType;
	/** For people: `%`, `days`, or `money` for an amount in the company currency. */
	unit?: string;
	label: string;
}

/** What Odoo gave of a subject. */
export interface RecordAnswer {
	record: unknown;
	/** By the name of the area's related query. */
	related: Record<string, RelatedRows>;
	/** Fields that were asked for and are not in the record, by their path. */
	absent: Record<string, Absence>;
}

/** Everything that was learnt from one read of a subject. */
export interface Gathered {
	name: string;
	amount: number | null;
	/** ISO 4217 code of `amount`. */
	currency: string | null;
	requester: Person;
	/** Requester, creator and other people behind the record, each once. */
	involvedIds: number[];
	facts: Facts;
	/** Why facts that are `null` are not known, for people. */
	unknown: Record<string, string>;
	/** What an approval carries out, for effects that need to be told. */
	proposal: Proposal;
	watched: Watched;
	figures: Array<{ label: string; value: string }>;
	lines: { columns: string[]; rows: string[][] };
}

/** What carrying out each decision does in Odoo. */
export type Effects = Record<Decision, Effect>;

/** When a record that was released asks once more: what matters of it has changed since. */
export interface Again {
	/** Which records these are, as Odoo writes a domain. */
	domain: string;
	/** The fact that is true of them. */
	fact: string;
	effects: Effects;
}

/** Records that belong to the area's, and whose change counts as theirs. */
export interface Part {
	model: string;
	/** Field of it that leads to the area's record. */
	parent: string;
	fields: string[];
}

/** A step that Odoo may be told to refuse while the record's case is open, or when it was refused. */
export interface Guard {
	/** What the record is like after the step, as Odoo writes a domain. */
	domain: string;
	/** Fields whose change may be the step. */
	fields: string[];
	/** Whether Odoo itself keeps such a record back, so that holding it is seldom needed. */
	hasOwnGate: boolean;
}

/** A fact that says something of the partner behind a record wherever it is more than 0. */
export interface Signal {
	fact: string;
	/** What such a partner does, of some of their records: `goods came short`. */
	what: string;
	/** What to do about it, as a sentence. */
	todo: string;
}

/** One kind of approval, as data. Nodes know no area by name. */
export interface Area {
	id: string;
	/** Requirement it answers, such as `A1`. */
	code: string;
	label: string;
	model: string;
	/** Odoo modules without which the area cannot be read. */
	modules: string[];
	/** Groups of Odoo that the integration user has to be in, to read such a record and to release it. */
	rights: string[];
	/** When a saved record asks for approval: a domain, and the fields whose change counts. */
	trigger: {
		domain: string;
		fields: string[];
		parts?: Part[];
		/**
		 * A save may pass through the domain on its way to another state, as transfers do: then only
		 * what a record is at the end counts. For areas without `again`.
		 */
		asksInPassing?: true;
	};
	/** Nested specification for Odoo's `web_read`. */
	specification: Record<string, unknown>;
	/** What is read beside the record, in the same call. */
	related: Record<string, RelatedQuery>;
	factDeclarations: Record<string, FactDeclaration>;
	/**
	 * Turns what Odoo gave into facts.
	 * @param now ISO 8601; what a date is compared with
	 * @throws {RecordUnreadableError} the answer lacks what the specification asked for
	 */
	gather(answer: RecordAnswer, now: string): Gathered;
	effects: Effects;
	again: Again | null;
	/** What holding such a record refuses; `null` where nothing can be held. */
	guard: Guard | null;
	/** What the area's history may tell of customers and suppliers. */
	signals?: readonly Signal[];
	defaultPolicy: Policy;
	advice: AdviceProfile;
}
