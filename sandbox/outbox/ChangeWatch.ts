import type { Area } from '../../src/domain/areas/Area';
import { canonicalJson } from '../../src/domain/canonicalJson';
import { writeEvent } from '../ledger/outboxRows';
import { approvalGroups } from '../models/approvalGroups';
import type { Row } from '../orm/Database';
import { domainMatcher } from '../orm/domain';
import { Environment, type SaveWatch, type Server } from '../orm/Environment';
import type { Model } from '../orm/Model';
import { parseDomainText } from '../orm/pythonLiteral';
import { displayName, valueOf } from '../orm/valueOf';

/**
 * Notices records of an area whose saving asks for approval, as the automation rules of a real
 * Odoo do, and writes their events in the transaction of the save.
 */
export class ChangeWatch implements SaveWatch {
	/** What the records touched by the save at hand held before, by id; `null` for a new record. */
	private readonly before = new Map<number, string | null>();
	private readonly model: Model;

	constructor(
		private readonly area: Area,
		private readonly server: Server,
	) {
		this.model = new Environment(server, 0).model(area.model);
		server.database.beforeChange((model, before, after) => this.note(model, before, after));
	}

	/** Forgets what was touched: a save begins. */
	begin(): void {
		this.before.clear();
	}

	/** Writes an event for every record whose save asks for approval. */
	finish(environment: Environment): void {
		const touched = [...this.before];
		this.before.clear();
		// What the integration itself changes asks nobody, so that no approval can start itself.
		if (environment.hasGroup(approvalGroups.integration)) return;
		const acting = environment.sudo();
		const asks = domainMatcher(this.model, parseDomainText(this.area.trigger.domain), acting);
		for (const [id, before] of touched) {
			const row = this.server.database.find(this.model.name, id);
			if (row && asks(row) && this.watchedValues(row) !== before) this.write(acting, row);
		}
	}

	private write(environment: Environment, row: Row): void {
		writeEvent(environment, {
			topic: 'record',
			area: this.area.id,
			model: this.model.name,
			recordId: row.id,
			name: displayName(this.model, row, environment),
			caseId: null,
			isRequested: false,
		});
	}

	private note(model: string, before: Row | null, after: Row | null): void {
		const id = this.subjectOf(model, before ?? after);
		if (id === null || this.before.has(id)) return;
		const row = this.server.database.find(this.model.name, id);
		this.before.set(id, row ? this.watchedValues(row) : null);
	}

	/** The record of the area that a row is, or belongs to as a line. */
	private subjectOf(model: string, row: Row | null): number | null {
		if (!row) return null;
		if (model === this.model.name) return row.id;
		const lines = Object.values(this.model.fields).find(
			({ type, relation }) => type === 'one2many' && relation === model,
		);
		const parent = lines?.inverse && row[lines.inverse];
		return typeof parent === 'number' ? parent : null;
	}

	private watchedValues(row: Row): string {
		const environment = new Environment(this.server, 0, {}, true);
		return canonicalJson(
			this.area.trigger.fields.map((name) => valueOf(this.model, row, name, environment)),
		);
	}
}
