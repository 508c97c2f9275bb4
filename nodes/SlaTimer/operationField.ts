import type { INodeProperties } from 'n8n-workflow';

export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Adjust',
			value: 'adjust',
			description: 'Count the clock of a case anew, by another target or in another calendar',
			action: 'Adjust the clock of a case',
		},
		{
			name: 'Check',
			value: 'check',
			description: 'See whether a case is on time, close to its due time, or past it',
			action: 'Check the clock of a case',
		},
		{
			name: 'Pause',
			value: 'pause',
			description: 'Let the clock of a case stand still, such as while the customer is asked',
			action: 'Pause the clock of a case',
		},
		{
			name: 'Resume',
			value: 'resume',
			description: 'Let the clock of a case go on before its pause ends by itself',
			action: 'Resume the clock of a case',
		},
		{
			name: 'Start',
			value: 'start',
			description: 'Start the clock of a case: sets when to warn and when it is due',
			action: 'Start the clock of a case',
		},
		{
			name: 'Stop',
			value: 'stop',
			description: 'End the clock of a case, and tell whether the promise was kept',
			action: 'Stop the clock of a case',
		},
		{
			name: 'Sweep',
			value: 'sweep',
			description: 'Find the cases in Odoo that are due, for a workflow on a schedule',
			action: 'Find cases that are due',
		},
		{
			name: 'Wait Until',
			value: 'waitUntil',
			description: 'Wait until the clock is due, or until what is waited for has come',
			action: 'Wait until a case is due',
		},
	],
	default: 'start',
};
