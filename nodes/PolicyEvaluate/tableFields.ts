import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Area } from '../../src/domain/areas/Area';
import { operatorNames, operators } from '../../src/domain/policy/operators';
import { OWN_AREA } from '../../src/n8n/areaOptions';
import { factOptions } from '../../src/n8n/factOptions';
import { firstRows } from './firstRows';
import { outcomeOptions } from './outcomeOptions';

const operatorOptions: INodePropertyOptions[] = operatorNames.map((value) => ({
	name: operators[value].words,
	value,
}));

const firstFact = factOptions[0]?.value ?? '';

/** Fields of the row that begins a rule; further comparisons share them. */
const ofRule = { show: { join: ['rule'] } };
const measured = (...measures: string[]) => ({ show: { measure: measures } });
const withoutValue = operatorNames.filter((name) => operators[name].takes === 'none');

const joinField: INodeProperties = {
	displayName: 'Row',
	name: 'join',
	type: 'options',
	options: [
		{ name: 'A Rule', value: 'rule' },
		{ name: 'And (the Rule Above)', value: 'and' },
	],
	default: 'rule',
	description: 'Whether the row is a rule, or a further comparison of the rule above it',
};

const measureField: INodeProperties = {
	displayName: 'Measured As',
	name: 'measure',
	type: 'options',
	options: [
		{ name: 'Days Since', value: 'daysSince' },
		{ name: 'Days Until', value: 'daysUntil' },
		{ name: 'Itself', value: 'value' },
		{ name: 'Percent Of', value: 'percentOf' },
	],
	default: 'value',
	description: 'What of the fact is compared. Days are counted from a date.',
};

const furtherFields: INodeProperties[] = [
	{
		displayName: 'Comparison',
		name: 'operator',
		type: 'options',
		options: operatorOptions,
		default: 'lessThan',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. 15',
		description:
			'What is compared with. Separate several values, or the ends of a range, by commas. In patterns * stands for any text. A fact in double braces is another fact, such as {{orderAmount}}.',
		displayOptions: { hide: { operator: withoutValue } },
	},
	{
		displayName: 'Outcome',
		name: 'outcome',
		type: 'options',
		options: outcomeOptions,
		default: 'require_approval',
		displayOptions: ofRule,
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Margin {{marginPercent}} is too low',
		description:
			'Sentence for the approver; a fact in double braces is filled in. Empty means that the comparison is put into words.',
		displayOptions: ofRule,
	},
	{
		displayName: 'Role',
		name: 'role',
		type: 'string',
		default: 'sales_manager',
		description: 'Role to ask, as in the authority rows of Approval Route',
		displayOptions: ofRule,
	},
	{
		displayName: 'SLA Class',
		name: 'slaClass',
		type: 'string',
		default: 'standard',
		description: 'Class of the target in SLA Timer',
		displayOptions: ofRule,
	},
	{
		displayName: 'Risk Weight',
		name: 'riskWeight',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'What the rule adds to the risk score of a case',
		displayOptions: ofRule,
	},
];

/** Rows about facts that an area declares, which are chosen. */
const rowFields: INodeProperties[] = [
	joinField,
	{
		displayName: 'Fact',
		name: 'fact',
		type: 'options',
		options: factOptions,
		default: firstFact,
	},
	measureField,
	{
		displayName: 'Fact That Is 100 %',
		name: 'percentOf',
		type: 'options',
		options: factOptions,
		default: firstFact,
		displayOptions: measured('percentOf'),
	},
	...furtherFields,
];

/** Rows about facts of an area of one's own, which are typed in. */
const ownRowFields: INodeProperties[] = [
	joinField,
	{
		displayName: 'Fact',
		name: 'fact',
		type: 'string',
		default: '',
		placeholder: 'e.g. paymentDays',
		description: 'Name of a fact, as Gather Facts gives it',
	},
	{
		displayName: 'Fact Is',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Date', value: 'date' },
			{ name: 'List of Texts', value: 'list' },
			{ name: 'Number', value: 'number' },
			{ name: 'Text', value: 'string' },
			{ name: 'Yes or No', value: 'boolean' },
		],
		default: 'number',
		description: 'What kind of value the fact has; yes or no are written true and false',
	},
	measureField,
	{
		displayName: 'Fact That Is 100 %',
		name: 'percentOf',
		type: 'string',
		default: '',
		displayOptions: measured('percentOf'),
	},
	...furtherFields,
];

/** The rules of an area's preset to begin with; their limits are those set in the preset's fields. */
export function rulesField({ id, defaultPolicy }: Area): INodeProperties {
	return rulesFieldOf(id, firstRows(defaultPolicy), rowFields);
}

/** The rules of an area of one's own; nobody knows any to begin with. */
export const ownRulesField = rulesFieldOf(OWN_AREA, [], ownRowFields);

function rulesFieldOf(
	area: string,
	rows: ReturnType<typeof firstRows>,
	values: INodeProperties[],
): INodeProperties {
	return {
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Row',
		default: { rows },
		description: 'All rules are read; the strictest outcome among those that match wins',
		displayOptions: { show: { policySource: ['table'], area: [area] } },
		options: [{ name: 'rows', displayName: 'Row', values }],
	};
}
