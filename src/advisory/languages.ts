/** Languages in which advice can be written and messages read; the approver's page speaks the same. */
export const adviceLanguages = ['en', 'de', 'fr', 'es'] as const;
export type AdviceLanguage = (typeof adviceLanguages)[number];

/** For prompts. */
export const languageNames: Readonly<Record<AdviceLanguage, string>> = {
	en: 'English',
	de: 'German',
	fr: 'French',
	es: 'Spanish',
};
