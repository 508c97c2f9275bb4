import type { Language } from '../../domain/languages';

/** To whom a digest goes, and what they can open. */
export interface DigestReader {
	language: Language;
	/** IANA zone in which times are written. */
	zone: string;
	/** The lists of cases and of dead letters in Odoo's web client. */
	casesUrl: string;
	deadLettersUrl: string;
	/** The dashboard page, where they are let in; `null` where there is none. */
	dashboardUrl: string | null;
}
