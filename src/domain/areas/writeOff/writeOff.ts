import { formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import { notes, scrapReading, stockThere, writtenOff, type Scrap } from './scrap';
import { writeOffAdvice } from './writeOffAdvice';
import {
	quantityOf,
	writeOffFactDeclarations,
	writeOffFacts,
	type WriteOffFacts,
} from './writeOffFacts';
import { writeOffPolicy } from './writeOffPolicy';

/** Goods are written off, unless value, reason or what was written off before forbid it. */
export const writeOff: Area = {
	id: 'write_off',
	code: 'A11',
	label: 'Write-off',
	model: 'stock.scrap',
	modules: ['stock'],
	rights: ['stock.group_stock_manager'],
	trigger: {
		domain: "[('state', '=', 'draft')]",
		fields: [
			'state',
			'product_id',
			'scrap_qty',
			'product_uom_id',
			'location_id',
			'lot_id',
			'package_id',
			'owner_id',
			'origin',
			'scrap_reason_tag_ids',
		],
	},
	specification: scrapReading.specification,
	related: { stockThere: stockThere.query, writtenOff: writtenOff.query, notes: notes.query },
	factDeclarations: writeOffFactDeclarations,
	gather,
	effects: {
		approved: {
			// Where there is not enough, Odoo asks a question instead, and nothing is written off.
			method: 'action_validate',
			context: {},
			expect: { field: 'state', values: ['done'] },
		},
		// There is no cancelled one, and to delete it would be to lose what was asked.
		rejected: leaveIt,
		sent_back: leaveIt,
	},
	again: null,
	guard: {
		domain: "[('state', '=', 'done')]",
		fields: ['state'],
		hasOwnGate: false,
	},
	defaultPolicy: writeOffPolicy,
	advice: writeOffAdvice,
};

const watched = [
	'product_id',
	'scrap_qty',
	'product_uom_id',
	'location_id',
	'lot_id',
	'package_id',
	'owner_id',
	'origin',
];

function gather(answer: RecordAnswer): Gathered {
	const scrap = scrapReading.read(answer.record);
	const derived = writeOffFacts(scrap, answer);
	const { scrapValue } = derived;
	const fields = scrap.scrap_reason_tag_ids ? [...watched, 'scrap_reason_tag_ids'] : watched;
	return {
		// A draft has no name yet.
		name: scrap.state === 'draft' ? scrap.product_id.display_name : scrap.name,
		amount: typeof scrapValue === 'number' ? scrapValue : null,
		currency: scrap.company_id.currency_id.name,
		...behind('stock.scrap', { ...scrap, user_id: null }),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, { fields }),
		figures: figures(scrap, derived),
		lines: { columns: [], rows: [] },
	};
}

function figures(scrap: Scrap, facts: WriteOffFacts): Gathered['figures'] {
	const { company_id: company, product_id: product } = scrap;
	const own = company.currency_id.name;
	return figuresOf([
		['Product', product.display_name],
		['Quantity', formatValue(quantityOf(scrap), product.uom_id.display_name)],
		['Value written off', writeDerived(facts.scrapValue, 'money', own)],
		['Reason', writeDerived(facts.reasons)],
		['Source', scrap.origin ?? 'none'],
		['Place', scrap.location_id.display_name],
		['Lot', scrap.lot_id?.display_name ?? 'none'],
		['Owner', scrap.owner_id?.display_name ?? company.display_name],
		['Share of what is there', writeDerived(facts.shareOfStockPercent, '%')],
		['More than is there', writeDerived(facts.isShort)],
		['By the same person in 30 days', writeDerived(facts.writeOffs30Days, 'money', own)],
		['From the place in 30 days', writeDerived(facts.writeOffsOfLocation30Days, 'money', own)],
		['Requested by', behind('stock.scrap', { ...scrap, user_id: null }).requester.name],
	]);
}
