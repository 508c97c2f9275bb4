import {
	NodeConnectionTypes,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

type Run = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

interface Sketch {
	name: string;
	versions?: number[];
	/** Those that the templates set. */
	properties?: INodeProperties[];
	/** Hands on what it gets when left out. */
	run?: Run;
	/** Whether nothing can come after it. */
	isEnd?: boolean;
	/** How many outputs it may have; one when left out. */
	mostOutputs?: number;
}

const choice = (name: string, ...values: string[]): INodeProperties => ({
	name,
	displayName: name,
	type: 'options',
	options: values.map((value) => ({ name: value, value })),
	default: values[0] ?? '',
});

const field = (name: string, type: INodeProperties['type']): INodeProperties => ({
	name,
	displayName: name,
	type,
	default: '',
});

const fieldsIn = (name: string, group: string, names: string[]): INodeProperties => ({
	...field(name, 'fixedCollection'),
	options: [{ name: group, displayName: group, values: names.map((one) => field(one, 'string')) }],
});

const units = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'cronExpression'];

const sketches: Sketch[] = [
	{
		name: 'dataTable',
		versions: [1, 1.1],
		properties: [
			choice('resource', 'row', 'table'),
			choice('operation', 'create', 'deleteRows', 'rowExists', 'rowNotExists', 'upsert'),
			field('tableName', 'string'),
			field('dataTableId', 'resourceLocator'),
			choice('matchType', 'anyCondition', 'allConditions'),
			fieldsIn('filters', 'conditions', ['keyName', 'condition', 'keyValue']),
			field('columns', 'resourceMapper'),
			fieldsIn('columns', 'column', ['name', 'type']),
			{ ...field('options', 'collection'), options: [field('createIfNotExists', 'boolean')] },
		],
	},
	{
		name: 'emailSend',
		versions: [1, 2, 2.1],
		properties: [
			...['fromEmail', 'toEmail', 'subject', 'text', 'html'].map((name) => field(name, 'string')),
			choice('emailFormat', 'html', 'text', 'both'),
			{
				...field('options', 'collection'),
				options: [field('appendAttribution', 'boolean'), field('fileAttachments', 'string')],
			},
		],
	},
	{ name: 'errorTrigger' },
	{
		name: 'executeWorkflow',
		versions: [1, 1.1, 1.2, 1.3],
		properties: [
			choice('source', 'database', 'parameter'),
			field('workflowId', 'workflowSelector'),
			choice('mode', 'once', 'each'),
			{ ...field('options', 'collection'), options: [field('waitForSubWorkflow', 'boolean')] },
		],
		run: startForEach,
	},
	{
		name: 'executeWorkflowTrigger',
		versions: [1, 1.1, 1.2],
		properties: [choice('inputSource', 'workflowInputs', 'jsonExample', 'passthrough')],
	},
	{
		name: 'httpRequest',
		versions: [1, 2, 3, 4, 4.1, 4.2, 4.3, 4.4, 4.5],
		properties: [
			choice('method', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
			field('url', 'string'),
			field('sendBody', 'boolean'),
			choice('specifyBody', 'keypair', 'json'),
			field('jsonBody', 'json'),
			{ ...field('options', 'collection'), options: [field('timeout', 'number')] },
		],
	},
	{
		name: 'if',
		versions: [1, 2, 2.1, 2.2, 2.3],
		mostOutputs: 2,
		properties: [
			{
				...field('conditions', 'filter'),
				typeOptions: { filter: { version: 2, typeValidation: 'strict' } },
			},
			{ ...field('options', 'collection'), options: [] },
		],
		run: sortByConditions,
	},
	{ name: 'manualTrigger' },
	{ name: 'noOp' },
	{
		name: 'respondToWebhook',
		versions: [1, 1.1, 1.2, 1.3, 1.4, 1.5],
		properties: [
			choice('respondWith', 'firstIncomingItem', 'text', 'json', 'binary', 'noData', 'redirect'),
			field('responseBody', 'string'),
			{
				...field('options', 'collection'),
				options: [
					field('responseCode', 'number'),
					{
						...field('responseHeaders', 'fixedCollection'),
						options: [
							{
								name: 'entries',
								displayName: 'entries',
								values: [field('name', 'string'), field('value', 'string')],
							},
						],
					},
				],
			},
		],
		run: respond,
	},
	{
		name: 'scheduleTrigger',
		versions: [1, 1.1, 1.2, 1.3, 1.4],
		properties: [
			{
				...field('rule', 'fixedCollection'),
				options: [
					{
						name: 'interval',
						displayName: 'interval',
						values: [
							choice('field', ...units),
							field('minutesInterval', 'number'),
							field('hoursInterval', 'number'),
							field('weeksInterval', 'number'),
							{
								...choice('triggerAtDay'),
								type: 'multiOptions',
								options: [0, 1, 2, 3, 4, 5, 6].map((value) => ({ name: String(value), value })),
							},
							field('triggerAtHour', 'number'),
							field('triggerAtMinute', 'number'),
						],
					},
				],
			},
		],
	},
	{
		name: 'set',
		versions: [3, 3.1, 3.2, 3.3, 3.4],
		properties: [
			choice('mode', 'manual', 'raw'),
			field('jsonOutput', 'json'),
			field('assignments', 'assignmentCollection'),
			field('includeOtherFields', 'boolean'),
			{
				...field('options', 'collection'),
				options: [field('ignoreConversionErrors', 'boolean')],
			},
		],
		run: setRaw,
	},
	{
		name: 'stickyNote',
		properties: ['content', 'height', 'width', 'color'].map((name) => field(name, 'string')),
	},
	{
		name: 'switch',
		versions: [3, 3.1, 3.2, 3.3],
		mostOutputs: 10,
		properties: [
			choice('mode', 'rules', 'expression'),
			field('numberOutputs', 'number'),
			field('output', 'string'),
		],
		run: switchByExpression,
	},
	{
		name: 'stopAndError',
		properties: [
			choice('errorType', 'errorMessage', 'errorObject'),
			field('errorMessage', 'string'),
		],
		run: stop,
		isEnd: true,
	},
	{
		name: 'wait',
		versions: [1, 1.1],
		properties: [
			choice('resume', 'timeInterval', 'specificTime', 'webhook', 'form'),
			field('amount', 'number'),
			choice('unit', ...units.slice(0, 4)),
		],
	},
	{
		name: 'webhook',
		versions: [1, 1.1, 2, 2.1],
		properties: [
			choice('httpMethod', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'),
			field('path', 'string'),
			choice('authentication', 'none', 'basicAuth', 'headerAuth', 'jwtAuth'),
			choice('responseMode', 'onReceived', 'lastNode', 'responseNode', 'streaming'),
			{ ...field('options', 'collection'), options: [] },
		],
	},
];

/** What the tests use of n8n's own nodes: versions and fields as there, and what they do in short. */
export const builtInNodes: INodeType[] = sketches.map(toNodeType);

function toNodeType({
	name,
	versions = [1],
	properties = [],
	run,
	isEnd,
	mostOutputs = 1,
}: Sketch): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: versions,
			description: 'Stands in for a node of n8n',
			defaults: { name },
			inputs: [NodeConnectionTypes.Main],
			outputs: Array.from({ length: isEnd ? 0 : mostOutputs }, () => NodeConnectionTypes.Main),
			properties,
		},
		async execute() {
			return await (run ?? handOn)(this);
		},
	};
}

async function handOn(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await Promise.resolve([context.getInputData()]);
}

/** Execute Sub-workflow in the one way that templates use it: once for each item, without waiting. */
async function startForEach(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	for (const [index, item] of items.entries()) {
		const { value } = context.getNodeParameter('workflowId', index, {}) as { value?: string };
		const workflow = value === undefined ? {} : { id: value };
		await context.executeWorkflow(workflow, [item], undefined, { doNotWaitToFinish: true });
	}
	return [items];
}

/** Edit Fields, in the one way that templates use it: the whole item as an expression. */
async function setRaw(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData().map((_item, index) => ({
		json: context.getNodeParameter('jsonOutput', index) as IDataObject,
		pairedItem: index,
	}));
	return await Promise.resolve([items]);
}

/** If: n8n itself finds out what its conditions come to. */
async function sortByConditions(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	context.getInputData().forEach((item, index) => {
		const isTrue = context.getNodeParameter('conditions', index, false, { extractValue: true });
		outputs[isTrue === true ? 0 : 1].push(item);
	});
	return await Promise.resolve(outputs);
}

/** Switch, in the one way that templates use it: an expression gives the number of the output. */
async function switchByExpression(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs = Array.from(
		{ length: Number(context.getNodeParameter('numberOutputs', 0)) },
		(): INodeExecutionData[] => [],
	);
	context.getInputData().forEach((item, index) => {
		outputs[Number(context.getNodeParameter('output', index))]?.push(item);
	});
	return await Promise.resolve(outputs);
}

/** Respond to Webhook: hands on what it would answer. */
async function respond(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const body = context.getNodeParameter('responseBody', 0);
	const { responseCode } = context.getNodeParameter('options', 0) as IDataObject;
	const answered = { status: Number(responseCode), body: String(body) };
	const items = context.getInputData();
	// What came in goes on, as in n8n; what was answered is for tests to see.
	return await Promise.resolve([items.map(({ json }) => ({ json: { ...json, ...answered } }))]);
}

/** Stop and Error. */
async function stop(context: IExecuteFunctions): Promise<never> {
	const message = String(context.getNodeParameter('errorMessage', 0));
	return await Promise.reject(new NodeOperationError(context.getNode(), message));
}
