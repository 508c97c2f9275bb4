import { Unknown } from './Unknown';

interface Line {
	product_id: { categ_id: { display_name: string } | null } | null;
}

/** The product categories of some lines, each once. */
export function productCategories(lines: readonly Line[]): string[] | Unknown {
	const names = lines.map(({ product_id }) => product_id?.categ_id?.display_name);
	const known = names.filter((one) => one !== undefined);
	if (known.length === 0) return new Unknown('no line names a product');
	if (known.length < names.length)
		return new Unknown('a line has no product, or one without category');
	return [...new Set(known)].sort();
}
