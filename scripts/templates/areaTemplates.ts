import type { AreaTemplate } from './areaTemplate';

/** The templates of the areas, in the order of the areas. */
export const areaTemplates: readonly AreaTemplate[] = [
	{
		file: 'credit-release',
		title: 'Release orders on credit',
		areas: ['credit_release'],
		about:
			'A quotation that is marked as sent becomes an order when its customer may have it on credit: by exposure against the limit, what is overdue, and the score of a credit bureau. Beside *Release sales orders*, the last of the two approvals releases the order.',
		odooFirst:
			'In Odoo, *Invoicing › Configuration › Settings*, switch on *Sales Credit Limit*, and give customers theirs.',
		policy:
			'Within the limit and nothing overdue: released. A little over it with a good score: released. Otherwise a credit manager decides, and finance where it is far over or long overdue.',
		check: {
			ask: 'Ask the Credit Bureau',
			add: 'Add the Score',
			url: (record) =>
				`=https://credit.example.com/score?customer={{ ${record}.figures.find((figure) => figure.label === 'Customer').value.urlEncode() }}`,
			fact: 'creditScore',
			field: 'score',
			service: 'credit bureau',
			note: '**Ask the Credit Bureau** stands for the service that you use: any that gives a number. **Add the Score** makes a fact of it.',
		},
	},
	{
		file: 'procurement',
		title: 'Approve purchase orders',
		areas: ['procurement'],
		about:
			'A purchase order that Odoo holds for approval is placed by itself inside policy: value, price against the last one and the price list, new suppliers, haste, budget. An order that changes after it was approved asks again.',
		odooFirst:
			'In Odoo, *Purchase › Configuration › Settings*, switch on *Purchase Order Approval* with a minimum amount of 0, so that every order waits for this workflow.',
		policy:
			'Small orders at known prices are placed. More than 5 % above the last price or 2 % above the price list, a new supplier, a product without a price to compare with, an urgent order: the purchase manager. Large ones and those above budget: finance.',
	},
	{
		file: 'inventory-allocation',
		title: 'Allocate stock that is short',
		areas: ['inventory_allocation'],
		about:
			'A delivery that is short gets stock by its rank among all that want the same goods: tier of the customer, deadline, margin. What the split would take from others, people decide; reservations in Odoo then follow the approved ranking.',
		policy:
			'A split that takes nothing from anybody is carried out. Taking from other deliveries: the warehouse supervisor. Taking from a customer of the top tier, or more reserved than there is: the supply chain manager.',
	},
	{
		file: 'returns',
		title: 'Authorize returns',
		areas: ['returns_authorization'],
		about:
			'A return that was made out of a delivery is authorized by itself when it is small, early and complete: a photo or document is attached, and somebody wrote down why. A refused one is cancelled.',
		policy:
			'Up to 500, within 30 days, with evidence and reason: authorized. Otherwise the sales manager decides, and finance above 5,000. More than was delivered is escalated.',
	},
	{
		file: 'logistics-exceptions',
		title: 'Handle late deliveries',
		areas: ['logistics_exception'],
		about:
			'A delivery that is planned after its deadline, or whose time has passed, gets a new date proposed. Small ones are rescheduled by themselves; the others go to logistics, the sooner the more depends on them.',
		policy:
			'Less than a day late, standard customer, up to 2,000: rescheduled. More, or a day late by the carrier’s own account: logistics. A customer of tier A or more than 10,000: the logistics manager, urgently.',
		check: {
			ask: 'Ask the Carrier',
			add: 'Add Its Delay',
			url: (record) =>
				`=https://carrier.example.com/shipments?reference={{ ${record}.name.urlEncode() }}`,
			fact: 'carrierDaysLate',
			field: 'daysLate',
			service: 'carrier',
			note: 'It stands for any carrier that tells by how many days a shipment will be late. **Add Its Delay** makes a fact of it.',
			isOff: true,
		},
		due: {
			dateField: 'scheduled_date',
			amount: 1,
			unit: 'hours',
			domain:
				"[('picking_type_id.code', '=', 'outgoing'), ('state', 'not in', ('draft', 'done', 'cancel'))]",
		},
	},
	{
		file: 'receipt-discrepancy',
		title: 'Take in receipts that differ',
		areas: ['receipt_discrepancy'],
		about:
			'A receipt that was counted is taken in as counted while it differs little from the order; the rest stays on a receipt of its own. More than that, and suppliers who are short again and again, people look at.',
		policy:
			'Up to 2 % or 50 short: taken in. More: the buyer; too much: the warehouse manager; a supplier who was short twice in 30 days, or a difference above 5,000: the purchase manager.',
	},
	{
		file: 'invoice-match',
		title: 'Match vendor bills',
		areas: ['invoice_match'],
		about:
			'A draft vendor bill with a date is matched with its purchase order and receipts (three-way match), and entered in the books when it asks for what was ordered and received at the price that was agreed.',
		policy:
			'Within 2 % of price, nothing over-billed: posted. A difference goes to the purchase manager, duplicates and bills without an order to finance, what was not received to the warehouse manager.',
	},
	{
		file: 'supplier-acknowledgement',
		title: 'Accept new dates of suppliers',
		areas: ['supplier_acknowledgement'],
		about:
			'Dates or quantities of a placed purchase order changed, by the buyer or in the supplier’s portal. Small delays are accepted by themselves; where customers were promised the goods before, people see which orders are at risk, and their salespeople get a task.',
		policy:
			'On time, or up to 2 days late with nobody at risk: accepted. Orders at risk: the purchase manager, urgently; what the supplier’s portal does not confirm, in time. More than 10,000 at risk: the supply chain manager.',
		check: {
			ask: 'Ask the Portal',
			add: 'Add What It Says',
			url: (record) =>
				`=https://portal.example.com/orders?reference={{ ${record}.name.urlEncode() }}`,
			fact: 'isConfirmedInPortal',
			field: 'confirmed',
			service: 'supplier’s portal',
			note: 'It stands for any portal of suppliers that tells whether they confirm the dates. **Add What It Says** makes a fact of it.',
			isOff: true,
		},
	},
	{
		file: 'shipment-to-invoice',
		title: 'Invoice what was delivered',
		areas: ['shipment_to_invoice'],
		about:
			'What was delivered of a sales order is invoiced and posted by itself when the delivery is proven and nothing about it is open.',
		policy:
			'Proven, at the ordered prices, nothing returned: invoiced. A delivery that nothing proves goes to logistics, open returns to the warehouse, other prices and quantities to sales, large amounts to finance.',
	},
	{
		file: 'overrides',
		title: 'Authorize overrides',
		areas: [
			'rush_order',
			'supplier_substitution',
			'write_off',
			'stock_adjustment',
			'payment_release',
			'vendor_bank_change',
		],
		about:
			'Steps out of the ordinary that one person could take alone: each needs a written reason and, beyond policy, somebody else’s authorization. Take out of *Odoo Trigger* what you do not need.',
		policy:
			'What is small and has a reason in writing passes; everything else goes to the manager in charge.',
	},
];
