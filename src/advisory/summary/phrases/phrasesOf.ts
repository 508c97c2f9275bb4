import type { Language } from '../../../domain/languages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Phrases } from './Phrases';

const all: Readonly<Record<Language, Phrases>> = { de, en, es, fr };

export function phrasesOf(language: Language): Phrases {
	return all[language];
}
