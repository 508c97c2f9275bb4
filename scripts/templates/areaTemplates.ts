import type { AreaTemplate } from './areaTemplate';

/** The template of each area, in the order of the areas. */
export const areaTemplates: readonly AreaTemplate[] = [
	{
		file: 'credit-release',
		title: 'Release orders on credit',
		area: 'credit_release',
		about:
			'A quotation that is marked as sent becomes an order when its customer may have it on credit: by exposure against the limit, what is overdue, and the score of a credit bureau. Beside *Release sales orders*, the last of the two approvals releases the order.',
		odooFirst:
			'In Odoo, *Invoicing › Configuration › Settings*, switch on *Sales Credit Limit*, and give customers theirs.',
		policy:
			'Within the limit and nothing overdue: released. A little over it with a good score: released. Otherwise a credit manager decides, and finance where it is far over or long overdue.',
		check: {
			ask: 'Ask the Credit Bureau',
			add: 'Add the Score',
			url: "=https://credit.example.com/score?customer={{ $json.record.figures.find((figure) => figure.label === 'Customer').value.urlEncode() }}",
			fact: 'creditScore',
			value: '$json.score',
			note: '**Ask the Credit Bureau** stands for the service that you use: any that gives a number. **Add the Score** makes a fact of it.',
			whenDown: 'The credit bureau does not answer, so people decide without a score:',
		},
	},
	{
		file: 'procurement',
		title: 'Approve purchase orders',
		area: 'procurement',
		about:
			'A purchase order that Odoo holds for approval is placed by itself inside policy: value, price against the last one and the price list, new suppliers, haste, budget. An order that changes after it was approved asks again.',
		odooFirst:
			'In Odoo, *Purchase › Configuration › Settings*, switch on *Purchase Order Approval* with a minimum amount of 0, so that every order waits for this workflow.',
		policy:
			'Small orders at known prices are placed. More than 5 % above the last price or 2 % above the price list, a new supplier, a product without a price to compare with, an urgent order: the purchase manager. Large ones and those above budget: finance.',
	},
];
