import type { Language } from '../../../domain/languages';
import type { AlertWords } from './AlertWords';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';

const byLanguage: Readonly<Record<Language, AlertWords>> = { de, en, es, fr };

/** Every sentence of an alert in a language. */
export function alertWordsOf(language: Language): AlertWords {
	return byLanguage[language];
}
