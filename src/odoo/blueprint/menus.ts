import type { Act, Decision } from '../../domain/case/vocabulary';
import { type BlueprintRecord, ref, type Value } from './BlueprintRecord';
import type { OdooDialect } from './OdooDialect';

const decisionDialogs: Record<Decision, { name: string; title: string }> = {
	approved: { name: 'window_approve', title: 'Approve' },
	rejected: { name: 'window_reject', title: 'Reject' },
	sent_back: { name: 'window_send_back', title: 'Send Back' },
};

const actDialogs: Record<Act, { name: string; title: string }> = {
	abstained: { name: 'window_abstain', title: 'Leave to the Others' },
	forwarded: { name: 'window_forward', title: 'Forward' },
	recalled: { name: 'window_recall', title: 'Take Back' },
	expedited: { name: 'window_expedite', title: 'Mark as Urgent' },
};

/** The windows that buttons and menus open. */
export const windowRecords: BlueprintRecord[] = [
	...Object.entries(decisionDialogs).map(([decision, { name, title }]) =>
		windowAction(name, title, 'decision', 'form', {
			target: 'new',
			context: `{'default_x_case_id': active_id, 'default_x_decision': '${decision}'}`,
		}),
	),
	...Object.entries(actDialogs).map(([act, { name, title }]) =>
		windowAction(name, title, 'decision', 'form', {
			target: 'new',
			context: `{'default_x_case_id': active_id, 'default_x_act': '${act}'}`,
		}),
	),
	windowAction('window_take_over', 'Decide in Their Place', 'decision', 'form', {
		target: 'new',
		context: "{'default_x_case_id': active_id, 'takes_over': True}",
	}),
	windowAction('window_my_requests', 'My Requests', 'case', 'list,kanban,form', {
		domain: "[('x_requester_id', '=', uid)]",
		help: '<p class="o_view_nocontent_smiling_face">You have asked for no approval yet</p>',
	}),
	windowAction('window_overdue', 'Overdue', 'case', 'list,kanban,form', {
		context: "{'search_default_overdue': 1}",
		help: '<p class="o_view_nocontent_smiling_face">Nothing is overdue</p>',
	}),
	windowAction('window_manual_queue', 'Manual Queue', 'case', 'list,kanban,form', {
		context: "{'search_default_exhausted': 1}",
		help:
			'<p class="o_view_nocontent_smiling_face">The manual queue is empty</p>' +
			'<p>A case comes here when nobody has decided in time and there is nobody left to ask.</p>',
	}),
	windowAction('window_delegations', 'Delegations', 'delegation', 'list,form', {
		context: "{'default_x_user_id': uid}",
		help:
			'<p class="o_view_nocontent_smiling_face">Nobody stands in for you</p>' +
			'<p>Name somebody who is asked in your place while you are away.</p>',
	}),
	windowAction('window_authority', 'Authority', 'authority', 'list,form', {
		context:
			"{'default_x_level': 1, 'default_x_quorum': 1, 'default_x_needed': 'count', 'default_x_kind': 'group'}",
		help:
			'<p class="o_view_nocontent_smiling_face">No authority yet</p>' +
			'<p>Each line says who may approve in a role, and up to how much. It counts where a workflow ' +
			'takes its authority from Odoo.</p>',
	}),
	windowAction('window_to_decide', 'Waiting for Me', 'case', 'list,kanban,form', {
		context: "{'search_default_waiting_for_me': 1}",
		help: '<p class="o_view_nocontent_smiling_face">Nothing waits for you</p>',
	}),
	windowAction('window_cases', 'Cases', 'case', 'kanban,list,form', {
		help:
			'<p class="o_view_nocontent_smiling_face">No approval case yet</p>' +
			'<p>A case appears when a record asks for approval.</p>',
	}),
	windowAction('window_analysis', 'Analysis of Cases', 'case', 'graph,pivot,list,form', {
		help:
			'<p class="o_view_nocontent_smiling_face">No such case</p>' +
			'<p>The favourites of the search answer what is asked most.</p>',
	}),
	windowAction('window_trail', 'Trail', 'event', 'list,pivot,graph,form', {
		help:
			'<p class="o_view_nocontent_smiling_face">Nothing of the kind has happened</p>' +
			'<p>The trails of all cases in one list. Nobody can change or delete a line.</p>',
	}),
	windowAction('window_events', 'Events', 'outbox', 'list,pivot,graph', {
		help: '<p class="o_view_nocontent_smiling_face">No event yet</p>',
	}),
	windowAction('window_dead_letters', 'Dead Letters', 'outbox', 'list', {
		domain: "[('x_state', '=', 'dead')]",
		help:
			'<p class="o_view_nocontent_smiling_face">No dead letter</p>' +
			'<p>Events that n8n did not finish in ten attempts come here, with the last error. ' +
			'Replay sends them from the first attempt on.</p>',
	}),
	windowAction('window_subscriptions', 'Subscriptions', 'subscription', 'list', {
		context: "{'active_test': False}",
		help:
			'<p class="o_view_nocontent_smiling_face">Nobody listens yet</p>' +
			'<p>A workflow with an Odoo Trigger subscribes when it is published.</p>',
	}),
];

function windowAction(
	name: string,
	title: string,
	key: string,
	modes: string,
	further: { target?: string; context?: string; domain?: string; help?: string },
): BlueprintRecord {
	const { target = 'current', context = '{}', domain = '', help = '' } = further;
	return {
		name,
		model: 'ir.actions.act_window',
		values: {
			name: title,
			res_model: `x_approval_${key}`,
			view_mode: modes,
			target,
			context,
			domain,
			help,
		},
	};
}

const SYSTEM = 'base.group_system';

type Entry = [
	name: string,
	title: string,
	sequence: number,
	groups: readonly string[],
	section?: string,
];

/** Menus that gather others. */
const sections: readonly Entry[] = [['figures', 'Analysis', 30, ['group_approver']]];

/** What the app offers, in this order; each opens the window of its name. */
const entries: readonly Entry[] = [
	['to_decide', 'Waiting for Me', 10, ['group_approver']],
	['my_requests', 'My Requests', 12, ['base.group_user']],
	['overdue', 'Overdue', 15, ['group_approver']],
	['manual_queue', 'Manual Queue', 17, ['base.group_user']],
	['cases', 'Cases', 20, ['group_approver']],
	['analysis', 'Cases', 31, ['group_approver'], 'figures'],
	['trail', 'Trail', 32, ['group_manager'], 'figures'],
	['delegations', 'Delegations', 35, ['group_approver']],
	['authority', 'Authority', 37, ['group_manager', SYSTEM]],
	['events', 'Events', 40, ['group_manager']],
	['dead_letters', 'Dead Letters', 50, ['group_manager']],
	['subscriptions', 'Subscriptions', 60, [SYSTEM]],
];

/** The Approvals app. */
export function menuRecords({ groupsField }: OdooDialect): BlueprintRecord[] {
	const menu = (
		name: string,
		title: string,
		sequence: number,
		groups: readonly string[],
		further: Record<string, Value>,
	): BlueprintRecord => ({
		name: `menu_${name}`,
		model: 'ir.ui.menu',
		values: { name: title, sequence, [groupsField]: { refs: groups }, ...further },
	});
	return [
		menu('approvals', 'Approvals', 45, ['base.group_user'], {}),
		...sections.map(([name, title, sequence, groups]) =>
			menu(name, title, sequence, groups, { parent_id: ref('menu_approvals') }),
		),
		...entries.map(([name, title, sequence, groups, section = 'approvals']) =>
			menu(name, title, sequence, groups, {
				parent_id: ref(`menu_${section}`),
				action: { actionOf: `window_${name}` },
			}),
		),
	];
}
