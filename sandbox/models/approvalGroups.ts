/** Groups that come with the approvals, by external id. */
export const approvalGroups = {
	integration: 'n8n_approvals.group_integration',
	approver: 'n8n_approvals.group_approver',
	manager: 'n8n_approvals.group_manager',
} as const;
