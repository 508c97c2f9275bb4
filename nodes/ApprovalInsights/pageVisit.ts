import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { type Language, languages } from '../../src/domain/languages';
import type { OdooError } from '../../src/odoo/errors';
import { languageFor } from '../../src/page/language';
import { pageHeaders } from '../../src/page/pageHeaders';

/** In which language a page is written: one that was chosen, or what the browser asks for. */
export const pageLanguage = z.enum(['browser', ...languages]);

/** What a Webhook node hands on; anything else is a visit that says nothing of itself. */
const visitSchema = z.object({
	headers: z.record(z.unknown()).catch({}),
	query: z.record(z.unknown()).catch({}),
});

/** Why a page could not be drawn, for whoever looks after the workflow. */
interface Failure {
	code: string;
	message: string;
}

/** A page, with the HTTP status that goes with it. */
export interface PageAnswer {
	status: number;
	html: string;
	/** `null` also where it was the visitor who asked for what cannot be shown. */
	failure: Failure | null;
}

/** Who asks for a page: the query of the address, and the language to answer in. */
export function visitOf(
	context: IExecuteFunctions,
	itemIndex: number,
	chosen: z.infer<typeof pageLanguage> = 'browser',
): { query: Record<string, unknown>; language: Language } {
	const { headers, query } = visitSchema.parse(context.getInputData()[itemIndex]?.json);
	const language = chosen === 'browser' ? languageFor(headers['accept-language']) : chosen;
	return { query, language };
}

/** As Respond to Webhook takes it. */
export function pageItem({ status: statusCode, ...page }: PageAnswer): IDataObject {
	return { statusCode, headers: pageHeaders, ...page };
}

/** For the item, so that the workflow can end as failed once the visitor is answered. */
export function failureOf({ code, message }: OdooError): Failure {
	return { code, message };
}
