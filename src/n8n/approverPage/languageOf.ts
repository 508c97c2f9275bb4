import type { IWebhookFunctions } from 'n8n-workflow';
import { type Language } from '../../domain/languages';
import { languageFor } from '../../page/language';

/** The language in which whoever calls is answered. */
export function languageOf(context: IWebhookFunctions): Language {
	return languageFor(context.getHeaderData()['accept-language']);
}
