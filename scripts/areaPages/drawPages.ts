import { findArea } from '../../src/domain/areas/areas';
import { areaTemplates } from '../templates/areaTemplates';
import { areaSection } from './areaPage';

/** Emphasis as the other pages write it. */
function asProse(text: string): string {
	return text.replaceAll(/\*([^*]+)\*/g, '_$1_');
}

/** A page for the template of each area, by the name of its file. */
export function drawPages(): Map<string, string> {
	const own = {
		file: 'order-release',
		title: 'Release sales orders',
		areas: ['sales_order_release'] as const,
		about:
			'A quotation that is marked as sent becomes an order by itself when margin, discount and value allow it. The template has everything on one canvas, people included.',
	};
	const pages = [own, ...areaTemplates].map(({ file, title, areas, about, ...more }) => {
		const odooFirst = 'odooFirst' in more ? more.odooFirst : undefined;
		const text = [
			`# ${title}`,
			`_Reference._ The template [${file}](../../workflows/${file}.json). Made by \`npm run pages\` out of what the package contains.`,
			asProse(about),
			`![The canvas of the template](pictures/${file}.png)`,
			...(odooFirst === undefined ? [] : [`**First.** ${asProse(odooFirst)}`]),
			'**Yours to change.** The limits in _Policy Evaluate_, or the whole policy as a table or document; in _Ask people_, who may decide, how long they have, and what happens when nobody does. Facts of your own go into `facts` between _Gather Facts_ and _Policy Evaluate_.',
			...areas.map((area) => areaSection(findArea(area))),
		].join('\n\n');
		return [`${file}.md`, `${text}\n`] as const;
	});
	return new Map(pages);
}
