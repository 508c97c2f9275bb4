/** Languages that people are spoken to in, on the page and in advice; ISO 639-1. */
export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];
