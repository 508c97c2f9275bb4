import { z } from 'zod';
import type { OdooDomain } from '../domain/events/odooDomain';
import {
	OdooAccessError,
	OdooKeyRefusedError,
	OdooMissingError,
	OdooServerError,
	OdooUserError,
	type OdooError,
} from './errors';
import type { OdooClient } from './OdooClient';
import { recordIds } from './recordIds';

export interface PagesRequest {
	model: string;
	domain: OdooDomain;
	/** Nested specification, as for `web_read`. */
	specification: Record<string, unknown>;
	pageSize: number;
	/** How many records are read at most, the newest first. */
	limit: number;
}

export interface Page {
	/** How many records the domain finds, also beyond the limit. */
	found: number;
	/** As `web_read` gives them. */
	records: unknown[];
	/** Records that Odoo refused to read, in its own words. */
	refused: Array<{ id: number; message: string }>;
}

/**
 * Reads all records that a domain finds, page by page, the newest first; each page is one call.
 *
 * A page begins below the last id of the page before, so that records which come or go in the
 * meantime shift nothing, and the last page costs no more than the first. Where Odoo refuses a page
 * because of one record in it, the others are read all the same.
 *
 * @throws {OdooError} Odoo cannot be asked, or refuses one record after the other
 */
export async function* readPages(odoo: OdooClient, request: PagesRequest): AsyncGenerator<Page> {
	const reading = new Reading(odoo, request);
	let left = request.limit;
	while (left > 0) {
		const { isLast, ...page } = await reading.next(Math.min(request.pageSize, left));
		yield { ...page, found: reading.found };
		if (isLast) return;
		left -= page.records.length + page.refused.length;
	}
}

type Part = Omit<Page, 'found'> & { isLast: boolean };

const answerSchema = z.object({
	length: z.number().int().nonnegative(),
	records: z.array(z.object({ id: z.number().int().positive() }).passthrough()),
});

/** When so many records in a row are refused, it is not the records. */
const MOST_REFUSALS = 20;

class Reading {
	private counted: number | null = null;
	private passed = 0;
	private below: number | null = null;
	private refusals = 0;

	constructor(
		private readonly odoo: OdooClient,
		private readonly request: PagesRequest,
	) {}

	get found(): number {
		return this.counted ?? this.passed;
	}

	/** Reads the next so many records; halves the page until the refused ones are alone. */
	async next(limit: number): Promise<Part> {
		try {
			return await this.read(limit);
		} catch (error) {
			if (!isRefusal(error)) throw error;
			if (limit === 1) return await this.passOver(error);
		}
		const half = Math.ceil(limit / 2);
		const first = await this.next(half);
		if (first.isLast) return first;
		const second = await this.next(limit - half);
		return {
			records: [...first.records, ...second.records],
			refused: [...first.refused, ...second.refused],
			isLast: second.isLast,
		};
	}

	private async read(limit: number): Promise<Part> {
		const { model, specification } = this.request;
		// Without a limit to it, Odoo counts all records again for each page.
		const count = this.counted === null ? {} : { count_limit: limit };
		const { length, records } = await this.odoo.call(
			model,
			'web_search_read',
			{ domain: this.rest, specification, limit, order, ...count },
			answerSchema,
		);
		this.counted ??= this.passed + length;
		this.refusals = 0;
		this.goBelow(records.map(({ id }) => id));
		return { records, refused: [], isLast: records.length < limit };
	}

	private async passOver(refusal: OdooError): Promise<Part> {
		this.refusals += 1;
		if (this.refusals > MOST_REFUSALS) throw refusal;
		const { model } = this.request;
		const search = { domain: this.rest, limit: 1, order };
		const ids = await this.odoo.call(model, 'search', search, recordIds);
		this.goBelow(ids);
		const refused = ids.map((id) => ({ id, message: refusal.message }));
		return { records: [], refused, isLast: ids.length === 0 };
	}

	private get rest(): OdooDomain {
		const { domain } = this.request;
		return this.below === null ? domain : [...domain, ['id', '<', this.below]];
	}

	private goBelow(ids: readonly number[]): void {
		this.passed += ids.length;
		this.below = ids.at(-1) ?? this.below;
	}
}

const order = 'id desc';

/** Whether Odoo's answer may be about one record, so that it may give the others. */
function isRefusal(error: unknown): error is OdooError {
	if (error instanceof OdooKeyRefusedError) return false;
	return [OdooAccessError, OdooMissingError, OdooServerError, OdooUserError].some(
		(kind) => error instanceof kind,
	);
}
