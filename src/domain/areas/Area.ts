import type { AdviceProfile } from '../advice/adviceProfile';
import type { Facts } from '../case/caseFile';
import type { Effect } from '../case/commands';
import type { Person } from '../case/person';
import type { Watched } from '../case/watched';
import type { FactType, Policy } from '../policy/policy';

/** What a fact is: how policies may compare it and how people read it. */
export interface FactDeclaration {
	type: FactType;
	/** For people: `%`, `days`, or `money` for an amount in the company currency. */
	unit?: string;
	label: string;
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
	watched: Watched;
	figures: Array<{ label: string; value: string }>;
	lines: { columns: string[]; rows: string[][] };
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
	/** When a saved record asks for approval: a domain, and the fields whose change counts. */
	trigger: { domain: string; fields: string[] };
	/** Nested specification for Odoo's `web_read`. */
	specification: Record<string, unknown>;
	factDeclarations: Record<string, FactDeclaration>;
	/**
	 * Turns what `web_read` gave into facts.
	 * @param now ISO 8601; what a date is compared with
	 * @throws {RecordUnreadableError} the answer lacks what the specification asked for
	 */
	gather(record: unknown, now: string): Gathered;
	effects: { approved: Effect; rejected: Effect };
	defaultPolicy: Policy;
	advice: AdviceProfile;
}
