import { canonicalJson } from '../../src/domain/canonicalJson';
import { writeEvent } from '../ledger/outboxRows';
import { approvalGroups } from '../models/approvalGroups';
import type { Row } from '../orm/Database';
import { domainMatcher } from '../orm/domain';
import { Environment, type SaveWatch, type Server } from '../orm/Environment';
import { valueOf } from '../orm/valueOf';
import { interestsNow, type Interest } from './interests';

/** A record that the save at hand touches, as it was before. */
interface Touched {
	model: string;
	/** `null` for a new record. */
	before: Row | null;
	/** What the watched fields held, by interest. */
	held: Map<Interest, string>;
}

/**
 * Notices what somebody listens for, as the automation rules of a real Odoo do, and writes the
 * events in the transaction of the save.
 */
export class SaveWatcher implements SaveWatch {
	private readonly touched = new Map<string, Touched>();
	private interests: Interest[] = [];

	constructor(private readonly server: Server) {
		server.database.beforeChange((model, before, after) => this.note(model, before ?? after));
	}

	/** Forgets what was touched: a save begins. */
	begin(): void {
		this.touched.clear();
		this.interests = interestsNow(this.server.database);
	}

	/** Writes an event for every record that somebody wants to hear of. */
	finish(environment: Environment): void {
		const touched = [...this.touched];
		this.touched.clear();
		const { interests } = this;
		this.interests = [];
		// What the integration itself changes tells nobody, so that no approval can start itself.
		if (environment.hasGroup(approvalGroups.integration)) return;
		const acting = environment.sudo();
		for (const interest of interests) {
			for (const [key, one] of touched)
				if (one.model === interest.model)
					this.tell(acting, interest, Number(key.split('#')[1]), one);
		}
	}

	private tell(acting: Environment, interest: Interest, id: number, one: Touched): void {
		const after = this.server.database.find(interest.model, id) ?? null;
		if (!this.isHit(interest, one, after)) return;
		const subject = after ?? one.before;
		const model = acting.model(interest.model);
		if (!subject || !domainMatcher(model, interest.domain, acting)(subject)) return;
		for (const subscription of interest.subscriptions)
			writeEvent(acting, subscription, { type: interest.event, model: model.name, subject });
	}

	private isHit(interest: Interest, { before, held }: Touched, after: Row | null): boolean {
		if (interest.event === 'created') return !before && !!after;
		if (interest.event === 'deleted') return !!before && !after;
		if (!after || (interest.event === 'updated' && !before)) return false;
		return this.watchedValues(interest, after) !== held.get(interest);
	}

	private note(model: string, row: Row | null): void {
		for (const interest of this.interests) {
			const id = this.subjectOf(interest.model, model, row);
			if (id !== null) this.noteSubject(interest, id);
		}
	}

	private noteSubject(interest: Interest, id: number): void {
		const key = `${interest.model}#${String(id)}`;
		const before = this.server.database.find(interest.model, id) ?? null;
		const known = this.touched.get(key) ?? { model: interest.model, before, held: new Map() };
		this.touched.set(key, known);
		if (known.held.has(interest)) return;
		known.held.set(interest, before ? this.watchedValues(interest, before) : '');
	}

	/** The record that a row is, or belongs to as a line. */
	private subjectOf(subjectModel: string, model: string, row: Row | null): number | null {
		if (!row) return null;
		if (model === subjectModel) return row.id;
		const lines = Object.values(this.server.models.get(subjectModel)?.fields ?? {}).find(
			({ type, relation }) => type === 'one2many' && relation === model,
		);
		const parent = lines?.inverse && row[lines.inverse];
		return typeof parent === 'number' ? parent : null;
	}

	private watchedValues({ model: name, fields }: Interest, row: Row): string {
		const environment = new Environment(this.server, 0, {}, true);
		const model = environment.model(name);
		return canonicalJson(fields.map((field) => valueOf(model, row, field, environment)));
	}
}
