import type { INodePropertyOptions } from 'n8n-workflow';
import type { Language } from '../domain/languages';

/** The languages that people may choose, as a list. */
export const languageOptions: Array<INodePropertyOptions & { value: Language }> = [
	{ name: 'English', value: 'en' },
	{ name: 'French', value: 'fr' },
	{ name: 'German', value: 'de' },
	{ name: 'Spanish', value: 'es' },
];
