import type { Language } from '../../domain/languages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Texts } from './Texts';

const byLanguage: Readonly<Record<Language, Texts>> = { de, en, es, fr };

/** Every sentence of the page in a language. */
export function textsOf(language: Language): Texts {
	return byLanguage[language];
}
