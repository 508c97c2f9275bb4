import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPages } from '../../../scripts/areaPages/drawPages';

const folder = join(__dirname, '../../../docs/areas');

/** Tables are aligned when they are written. */
const unaligned = (text: string) =>
	text.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ').replaceAll(/\n+/g, '\n');

describe('the pages about areas', () => {
	it.each([...drawPages()])('%s says what the area is now (npm run pages)', (file, text) => {
		expect(unaligned(readFileSync(join(folder, file), 'utf8'))).toBe(unaligned(text));
	});
});
