import { styles } from '../../../src/page/styles';

const [light = '', dark = ''] = styles.toString().split('prefers-color-scheme: dark');

/** Pairs that stand on each other somewhere on the page. */
const pairs = [
	['text', 'card'],
	['text', 'ground'],
	['muted', 'card'],
	['muted', 'ground'],
	['accent-text', 'card'],
	['on-accent', 'accent'],
	['accent-text', 'accent-soft'],
	['warn-text', 'warn-soft'],
	['bad-text', 'bad-soft'],
	['bad-text', 'card'],
	['advice-text', 'advice-soft'],
	['text', 'advice-soft'],
	['muted', 'advice-soft'],
] as const;

describe.each([
	{ theme: 'light', sheet: light },
	{ theme: 'dark', sheet: dark },
])('in the $theme', ({ sheet }) => {
	it.each(pairs)('%s on %s can be read', (text, ground) => {
		expect(contrast(colour(sheet, text), colour(sheet, ground))).toBeGreaterThanOrEqual(4.5);
	});
});

function colour(sheet: string, name: string): string {
	const found = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(sheet)?.[1];
	if (found === undefined) throw new Error(`No colour --${name}`);
	return found;
}

/** As WCAG 2 defines it. */
function contrast(one: string, other: string): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const share = parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
