import type { AdviceLanguage } from '../../languages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Phrases } from './Phrases';

const all: Readonly<Record<AdviceLanguage, Phrases>> = { de, en, es, fr };

export function phrasesOf(language: AdviceLanguage): Phrases {
	return all[language];
}
