import type { Language } from '../../../domain/languages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Words } from './Words';

const byLanguage: Readonly<Record<Language, Words>> = { de, en, es, fr };

/** Every sentence of the page of a way in a language. */
export function wordsOf(language: Language): Words {
	return byLanguage[language];
}
