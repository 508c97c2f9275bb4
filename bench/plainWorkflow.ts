import { randomUUID } from 'node:crypto';

/** What n8n's own nodes call. */
export interface PlainTarget {
	url: string;
	database: string;
	/** Ids of the partners who get the link. */
	approvers: { manager: number; finance: number };
}

/**
 * Nodes and connections of an order release without a node of ours, by the rules of the default
 * policy.
 *
 * @param path where the webhook listens
 */
export function plainWorkflow(target: PlainTarget, path: string) {
	const nodes = [...readingNodes(path), ...decidingNodes, ...actingNodes(target)];
	return {
		nodes: nodes.map((node, index) => ({
			...node,
			id: randomUUID(),
			type: `n8n-nodes-base.${node.type}`,
			position: [index * 200, 0],
		})),
		connections,
	};
}

const orderId = "={{ $('Order Is Sent').item.json.body._id }}";

function readingNodes(path: string) {
	return [
		{
			name: 'Order Is Sent',
			type: 'webhook',
			typeVersion: 2.1,
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		},
		odooNode('Get Order', {
			operation: 'get',
			customResource: byId('sale.order'),
			recordId: byId(orderId),
			options: { fieldsList: 'name,state,amount_untaxed,currency_rate,margin_percent' },
		}),
		ifNode('Still Sent?', 'and', ['={{ $json.state }}', 'equals', 'sent']),
		odooNode('Get Lines', {
			operation: 'getAll',
			customResource: byId('sale.order.line'),
			returnAll: true,
			filters: { filter: [{ fieldName: 'order_id', operator: 'in', value: orderId }] },
			options: {
				fieldsList:
					'display_type,product_type,product_uom_qty,price_unit,discount,price_subtotal,purchase_price',
			},
		}),
		{
			name: 'As One Item',
			type: 'aggregate',
			typeVersion: 1,
			parameters: {
				aggregate: 'aggregateAllItemData',
				destinationFieldName: 'lines',
				options: {},
			},
		},
	];
}

const order = "$('Get Order').item.json";
const margin = `={{ ${order}.margin_percent * 100 }}`;
const value = `${order}.amount_untaxed / ${order}.currency_rate`;
const goods = '$json.lines.filter((line) => !line.display_type && line.product_uom_qty !== 0)';
const sum = (condition: string) =>
	`${goods}.filter((line) => ${condition}).map((line) => line.price_subtotal).sum()`;
const deducted = `-${sum('line.price_unit < 0 && line.product_uom_qty > 0')}`;
const full = sum('line.price_subtotal > 0');
const discount = `={{ Math.max(0, ${deducted} / ${full} * 100, ...${goods}.map((line) => line.discount)) }}`;
const withoutCost = `={{ ${goods}.filter((line) => line.product_type === 'consu' && line.purchase_price === 0).length }}`;

const decidingNodes = [
	ifNode('Refused?', 'and', [margin, 'lt', -20]),
	ifNode(
		'Needs Somebody?',
		'or',
		[`={{ ${value} }}`, 'gt', 50_000],
		[margin, 'lt', 15],
		[discount, 'gt', 10],
		[withoutCost, 'gt', 0],
	),
	ifNode('Approved?', 'and', ['={{ $json.query.decision }}', 'equals', 'yes']),
];

function actingNodes({ url, database, approvers: { manager, finance } }: PlainTarget) {
	const link = "$execution.resumeUrl + '&decision=yes'";
	const partner = `${value} > 50000 ? ${String(finance)} : ${String(manager)}`;
	const message = `ids: [${order}.id], body: 'Approve: ' + ${link}, partner_ids: [${partner}]`;
	const call = (name: string, method: string, body: string) => ({
		name,
		type: 'httpRequest',
		typeVersion: 4.4,
		parameters: {
			method: 'POST',
			url: `${url}/json/2/sale.order/${method}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'odooApiKeyApi',
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'X-Odoo-Database', value: database }] },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ { ${body} } }}`,
			options: {},
		},
	});
	return [
		call('Tell Approver', 'message_post', message),
		{
			name: 'Wait',
			type: 'wait',
			typeVersion: 1.1,
			webhookId: randomUUID(),
			parameters: { resume: 'webhook', options: {} },
		},
		call('Confirm', 'action_confirm', `ids: [${order}.id]`),
	];
}

const to = (node: string) => [{ node, type: 'main', index: 0 }];

/** The first output of a condition is for those that meet it. */
const connections = {
	'Order Is Sent': { main: [to('Get Order')] },
	'Get Order': { main: [to('Still Sent?')] },
	'Still Sent?': { main: [to('Get Lines')] },
	'Get Lines': { main: [to('As One Item')] },
	'As One Item': { main: [to('Refused?')] },
	'Refused?': { main: [[], to('Needs Somebody?')] },
	'Needs Somebody?': { main: [to('Tell Approver'), to('Confirm')] },
	'Tell Approver': { main: [to('Wait')] },
	Wait: { main: [to('Approved?')] },
	'Approved?': { main: [to('Confirm')] },
};

function odooNode(name: string, parameters: object) {
	const access = { authentication: 'odooApiKeyApi', resource: 'custom' };
	return { name, type: 'odoo', typeVersion: 2, parameters: { ...access, ...parameters } };
}

function byId(id: string) {
	return { __rl: true, mode: 'id', value: id };
}

type Comparison = [left: string, operation: 'equals' | 'gt' | 'lt', right: string | number];

function ifNode(name: string, combinator: 'and' | 'or', ...comparisons: Comparison[]) {
	const conditions = comparisons.map(([leftValue, operation, rightValue]) => {
		const operator = { type: typeof rightValue, operation };
		return { id: randomUUID(), leftValue, rightValue, operator };
	});
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 };
	const parameters = { conditions: { combinator, options, conditions }, options: {} };
	return { name, type: 'if', typeVersion: 2.3, parameters };
}
