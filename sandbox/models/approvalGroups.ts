/** Groups that come with the approvals, by external id. */
export const approvalGroups = {
	integration: 'n8n_approvals.group_integration',
	/** Also makes automation rules, for subscriptions to records of any model. */
	ruleMaker: 'n8n_approvals.group_rule_author',
	approver: 'n8n_approvals.group_approver',
	manager: 'n8n_approvals.group_manager',
} as const;
