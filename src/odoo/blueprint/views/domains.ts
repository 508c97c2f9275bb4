/** Which cases a figure is about, for the filters of the search and for favourites alike. */
export const caseDomains = {
	pending: "[('x_state', '=', 'pending')]",
	decided: "[('x_decided_at', '!=', False)]",
	byPolicy: "[('x_decided_through', '=', 'policy')]",
	byPeople: "[('x_decided_through', '=', 'people')]",
	/** Policy asks people about it; a sample it would have let pass. */
	exceptions:
		"[('x_policy_outcome', 'in', ['require_approval', 'escalate']), ('x_sampled', '=', False)]",
	/** People approved what policy did not let pass. */
	overridden:
		"[('x_policy_outcome', 'in', ['require_approval', 'escalate']), ('x_sampled', '=', False), " +
		"('x_state', '=', 'approved'), ('x_decided_through', '=', 'people')]",
	promised: "[('x_promise', '!=', False)]",
	/** Policy let it pass, but only just. */
	nearlyAsked: "[('x_near_miss', '=', True)]",
	/** In time, but only after the warning. */
	afterWarning: "[('x_promise', '=', 'warned')]",
	brokenPromises: "[('x_promise', '=', 'broken')]",
	escalated: "[('x_escalation_level', '>', 0)]",
	sentBack: "[('x_state', '=', 'sent_back')]",
	superseded: "[('x_state', '=', 'superseded')]",
	askedAgain: "[('x_supersedes_id', '!=', False)]",
	rework: "['|', ('x_state', 'in', ['sent_back', 'superseded']), ('x_supersedes_id', '!=', False)]",
	sampled: "[('x_sampled', '=', True)]",
	advised: "[('x_advice_source', '!=', False), ('x_decided_through', '=', 'people')]",
	/** The whole way from the event to the end is known. */
	timed: "[('x_asked_at', '!=', False), ('x_ended_at', '!=', False)]",
} as const;

/** Which lines of the trails a figure is about. */
export const eventDomains = {
	attempts: "[('x_type', 'in', ['release_refused', 'vote_refused'])]",
	escalations: "[('x_type', 'in', ['escalated', 'exhausted'])]",
	takenOver: "[('x_type', '=', 'taken_over')]",
	refusedByOdoo: "[('x_type', '=', 'not_released')]",
	rework: "[('x_type', 'in', ['sent_back', 'superseded', 'recalled'])]",
} as const;

/** Which events on their way to n8n a figure is about. */
export const outboxDomains = {
	dead: "[('x_state', '=', 'dead')]",
	acknowledged: "[('x_state', '=', 'acknowledged')]",
	/** They were sent more than once, or were given up. */
	troubled: "['|', ('x_state', '=', 'dead'), ('x_attempts', '>', 1)]",
} as const;
