import type { Language } from '../../domain/languages';

/** Who reads the page of a way. */
export interface TraceReader {
	/** IANA zone in which times are shown. */
	zone: string;
	language: Language;
}
