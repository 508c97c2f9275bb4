import type { INodeProperties } from 'n8n-workflow';
import { anomalyFields } from './anomalyFields';
import { checkThresholdsFields } from './checkThresholdsFields';
import { dashboardFields, dashboardLinkFields } from './dashboardFields';
import { figuresFields } from './figuresFields';
import { openCasesFields } from './openCasesFields';
import { areaFields } from './sharedFields';
import { processTraceFields } from './processTraceFields';

export const approvalInsightsProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Anomalies',
				value: 'anomalies',
				description:
					'What is not as it was: approvers and steps that take longer, suppliers, rules, amounts and errors',
				action: 'Find what stands out',
			},
			{
				name: 'Check Thresholds',
				value: 'checkThresholds',
				description:
					'Whether a case waits too long, too many are overdue or were late, or events do not get through',
				action: 'Check what is past a threshold',
			},
			{
				name: 'Dashboard Page',
				value: 'dashboardPage',
				description:
					'A page for a browser: what waits, where it gets stuck, how it goes, and whether all works',
				action: 'Draw the dashboard',
			},
			{
				name: 'Figures',
				value: 'figures',
				description:
					'What was asked, decided and done in a time, how long it took, and how well events came through',
				action: 'Count what was decided',
			},
			{
				name: 'Open Cases',
				value: 'openCases',
				description: 'What waits now and what happened since the last look, ready to be sent',
				action: 'Look at what waits',
			},
			{
				name: 'OpenMetrics',
				value: 'openMetrics',
				description: 'Everything counted from the first case on, as text that Prometheus scrapes',
				action: 'Write figures as metrics',
			},
			{
				name: 'Process Trace',
				value: 'processTrace',
				description: 'One event or record on its whole way, with times, and as a page to read',
				action: 'Follow one record on its way',
			},
		],
		default: 'openCases',
	},
	...areaFields,
	...checkThresholdsFields,
	...openCasesFields,
	...dashboardLinkFields,
	...dashboardFields,
	...figuresFields,
	...anomalyFields,
	...processTraceFields,
];
