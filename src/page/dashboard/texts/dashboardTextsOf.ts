import type { Language } from '../../../domain/languages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { DashboardTexts } from './Texts';

const byLanguage: Readonly<Record<Language, DashboardTexts>> = { de, en, es, fr };

/** Every sentence of the dashboard in a language. */
export function dashboardTextsOf(language: Language): DashboardTexts {
	return byLanguage[language];
}
