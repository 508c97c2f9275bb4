import { languages } from '../../../../src/domain/languages';
import { dashboardTextsOf } from '../../../../src/page/dashboard/texts/dashboardTextsOf';

describe('every language of the dashboard', () => {
	/** Words that two languages share. */
	const same = new Set(['.keys.p90', '.stuck.p90', '.trend.opened']);

	/** Every text, by where it stands; functions are called with what they would get. */
	const sentencesOf = (part: unknown, path = ''): Array<[string, string]> => {
		if (typeof part === 'string') return [[path, part]];
		if (typeof part === 'function') return [[path, String(part('one', 'two', 'three'))]];
		if (typeof part !== 'object' || part === null) return [];
		return Object.entries(part).flatMap(([key, inner]) => sentencesOf(inner, `${path}.${key}`));
	};

	it.each(languages.filter((language) => language !== 'en'))(
		'%s says all that English says, in other words',
		(language) => {
			const english = new Map(sentencesOf(dashboardTextsOf('en')));
			const own = sentencesOf(dashboardTextsOf(language));
			expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
			expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
			const untranslated = own.filter(([path, text]) => text === english.get(path));
			expect(untranslated.filter(([path]) => !same.has(path))).toEqual([]);
		},
	);
});
