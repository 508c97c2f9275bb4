/** What a figure counts, as far as a text shows it beside the figure. */
export type FigureKind = 'percent' | 'money' | 'plain';

export interface Figure {
	/** As it stands in the text. */
	text: string;
	/** Everything that it may mean: "1.250" is 1.25 to some and 1250 to others. */
	readings: number[];
	kind: FigureKind;
}

const space = '[ \\u00A0\\u202F]';
const number = `\\d{1,3}(?:${space}\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,'’]\\d+)*`;
const currency = '[A-Z]{3}(?![A-Za-z])|[€$£¥]';
const start = `(?:(?<before>(?<![\\p{L}])(?:${currency})${space}?)|(?<![\\p{L}\\p{N}_]|\\p{L}[-/]))`;
const sign = '(?<sign>(?<![\\p{L}\\p{N})\\]])[-−–])?';
const suffix = `(?<suffix>${space}?(?:k|K|M|Mio\\.?)(?![\\p{L}\\p{N}]))?`;
const unit = `(?<after>${space}?(?:%|percent|Prozent|pour cent|por ciento|${currency}))?`;
const figure = new RegExp(`${start}${sign}(?<number>${number})${suffix}${unit}(?![\\p{N}_])`, 'gu');

/**
 * Finds the figures in a text, in the notations of English, German, French and Spanish.
 *
 * What letters belong to (`S00042`, `PO-7`) is a name and no figure.
 */
export function readFigures(text: string): Figure[] {
	return [...text.matchAll(figure)].map(({ 0: whole, groups = {} }) => {
		const { before, sign, number: digits = '', suffix, after = '' } = groups;
		const times = multiplierOf(suffix);
		const values = readingsOf(digits).map((value) => value * times);
		return {
			text: whole.trim(),
			readings: sign === undefined ? values : values.map((value) => -value),
			kind: kindOf(before, after.trim()),
		};
	});
}

function kindOf(before: string | undefined, after: string): FigureKind {
	if (/^(%|percent|Prozent|pour cent|por ciento)$/.test(after)) return 'percent';
	return before !== undefined || after !== '' ? 'money' : 'plain';
}

function multiplierOf(suffix: string | undefined): number {
	if (suffix === undefined) return 1;
	return /k/i.test(suffix) ? 1_000 : 1_000_000;
}

/** Points and commas part thousands in one country and decimals in another. */
function readingsOf(digits: string): number[] {
	const plain = digits.replaceAll(/[ \u00A0\u202F'’]/g, '');
	const points = plain.split('.').length - 1;
	const commas = plain.split(',').length - 1;
	if (points === 0 && commas === 0) return [Number(plain)];
	if (points > 0 && commas > 0) return [withDecimal(plain, lastOf(plain))];
	if (points + commas > 1) return [Number(plain.replaceAll(/[.,]/g, ''))];
	const sign = points > 0 ? '.' : ',';
	const asDecimal = withDecimal(plain, sign);
	const mayBeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain);
	return mayBeThousands ? [asDecimal, Number(plain.replace(sign, ''))] : [asDecimal];
}

function lastOf(digits: string): '.' | ',' {
	return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
}

function withDecimal(digits: string, sign: '.' | ','): number {
	const other = sign === '.' ? ',' : '.';
	return Number(digits.replaceAll(other, '').replace(sign, '.'));
}
