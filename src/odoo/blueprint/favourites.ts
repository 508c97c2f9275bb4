import { type BlueprintRecord, ref } from './BlueprintRecord';
import type { OdooDialect } from './OdooDialect';
import { caseDomains, eventDomains, outboxDomains } from './views/domains';

/** A question that the search of a window answers, in its list, its pivot and its graph alike. */
interface Favourite {
	name: string;
	/** Odoo shows some twenty letters of it. */
	title: string;
	domain?: string;
	/** Columns to group by, with `:month` and the like for times. */
	rows: readonly string[];
	columns?: readonly string[];
	/** What is added up, beside or instead of how many there are; the graph shows the first. */
	measures?: readonly string[];
}

const ofCases: readonly Favourite[] = [
	{
		name: 'where_work_waits',
		title: 'Where Work Waits',
		domain: caseDomains.pending,
		rows: ['x_area_label'],
		columns: ['create_date:week'],
	},
	{
		name: 'who_is_asked',
		title: 'Whom Work Waits For',
		domain: caseDomains.pending,
		rows: ['x_approver_ids'],
		columns: ['x_area_label'],
	},
	{
		name: 'decision_time',
		title: 'Decision Time by Area',
		domain: caseDomains.byPeople,
		rows: ['x_area_label'],
		columns: ['x_decided_within'],
	},
	{
		name: 'time_by_step',
		title: 'Hours by Step',
		domain: caseDomains.timed,
		rows: ['x_area_label'],
		measures: ['x_decision_hours', 'x_routing_hours', 'x_applying_hours', '__count'],
	},
	{
		name: 'auto_approval',
		title: 'Auto-Approval Share',
		domain: caseDomains.decided,
		rows: ['create_date:month'],
		columns: ['x_decided_through'],
	},
	{
		name: 'exceptions',
		title: 'Exceptions by Policy',
		rows: ['x_policy_id', 'x_policy_version'],
		columns: ['x_policy_outcome'],
	},
	{
		name: 'rules',
		title: 'Exceptions by Rule',
		domain: caseDomains.exceptions,
		rows: ['x_policy_id', 'x_rule'],
		columns: ['x_state'],
	},
	{
		name: 'overrides',
		title: 'Overrides by Approver',
		domain: caseDomains.overridden,
		rows: ['x_decided_by'],
		columns: ['x_policy_id'],
	},
	{
		name: 'promises',
		title: 'Promises by Approver',
		domain: caseDomains.promised,
		rows: ['x_decided_by'],
		columns: ['x_promise'],
	},
	{
		name: 'rework',
		title: 'Rework by Area',
		domain: caseDomains.rework,
		rows: ['x_area_label'],
		columns: ['x_state'],
	},
	{
		name: 'samples',
		title: 'Samples',
		domain: caseDomains.sampled,
		rows: ['x_policy_id'],
		columns: ['x_state'],
	},
	{
		name: 'advice',
		title: 'Advice and Decisions',
		domain: caseDomains.advised,
		rows: ['x_advice_source', 'x_advice_action'],
		columns: ['x_state'],
	},
];

const ofTrails: readonly Favourite[] = [
	{
		name: 'attempts',
		title: 'Attempts to Get Past',
		domain: eventDomains.attempts,
		rows: ['x_actor_id'],
		columns: ['x_type'],
	},
	{
		name: 'taken_over',
		title: 'Decided for Others',
		domain: eventDomains.takenOver,
		rows: ['x_actor_id'],
		columns: ['x_policy_id'],
	},
	{
		name: 'escalations',
		title: 'Escalations by Area',
		domain: eventDomains.escalations,
		rows: ['x_area_label'],
		columns: ['x_at:month'],
	},
	{
		name: 'refused_by_odoo',
		title: 'Refused by Odoo',
		domain: eventDomains.refusedByOdoo,
		rows: ['x_area_label'],
		columns: ['x_at:month'],
	},
];

const ofEvents: readonly Favourite[] = [
	{
		name: 'trouble',
		title: 'Dead Letters, Retries',
		domain: outboxDomains.troubled,
		rows: ['x_area', 'x_last_error'],
		columns: ['x_state'],
		measures: ['__count', 'x_attempts'],
	},
	{
		name: 'delivery',
		title: 'Delivery Time by Day',
		domain: outboxDomains.acknowledged,
		rows: ['create_date:day'],
		columns: ['x_delivered_within'],
	},
];

/** Favourites that everybody has in the search of a window. People may change and archive them. */
export function favouriteRecords({ filterOwnersField }: OdooDialect): BlueprintRecord[] {
	const nobody = filterOwnersField === 'user_ids' ? { refs: [] } : '';
	const inWindow =
		(model: string, window: string) =>
		({ name, title, domain = '[]', ...grouping }: Favourite): BlueprintRecord => ({
			name: `favourite_${name}`,
			model: 'ir.filters',
			values: { model_id: model },
			onlyAtFirst: {
				name: title,
				domain,
				context: contextOf(grouping),
				action_id: ref(window),
				[filterOwnersField]: nobody,
			},
		});
	return [
		...ofCases.map(inWindow('x_approval_case', 'window_analysis')),
		...ofTrails.map(inWindow('x_approval_event', 'window_trail')),
		...ofEvents.map(inWindow('x_approval_outbox', 'window_events')),
	];
}

/** How a favourite is told to each kind of view. */
function contextOf({
	rows,
	columns = [],
	measures = ['__count'],
}: Pick<Favourite, 'rows' | 'columns' | 'measures'>): string {
	return JSON.stringify({
		group_by: rows,
		pivot_row_groupby: rows,
		pivot_column_groupby: columns,
		pivot_measures: measures,
		graph_groupbys: [...rows, ...columns],
		graph_measure: measures[0],
		graph_mode: 'bar',
	});
}
