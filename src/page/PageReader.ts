import type { Language } from '../domain/languages';

/** Who looks at the page, when, and what the page knows besides the case itself. */
export interface PageReader {
	/** Id of the approver in Odoo. */
	actorId: number;
	/** ISO 8601. */
	now: string;
	/** IANA zone in which times are shown. */
	zone: string;
	language: Language;
	/** What kind of approval it is, such as "Sales order release". */
	areaLabel: string;
	/** Where the record is in Odoo's web client. */
	recordUrl: string | null;
	/** Where the case is in Odoo's web client. */
	caseUrl: string | null;
}
