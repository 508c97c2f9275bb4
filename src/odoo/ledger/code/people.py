def members(group):
    """Everybody of the house who is in the group, also by way of another group."""
    # Odoo 19 keeps groups that come through other groups in a field of their own.
    membership = 'all_group_ids' if 'all_group_ids' in User._fields else 'groups_id'
    return User.search([(membership, 'in', group.ids), ('share', '=', False)])


def ask(case, users, summary):
    """Gives each user a task in Odoo's own inbox, due when the case is due."""
    deadline = (case.x_due_at or now()).date()
    for user in users:
        case.activity_schedule(TO_DO, date_deadline=deadline, summary=summary, user_id=user.id)


def ask_step(case, step):
    """Asks the approvers of a step, and nobody else any more; those they stand in for are told."""
    approvers = User.browse(step['approverIds']).exists()
    eligible = User.browse(step.get('eligibleIds') or []).exists()
    case.activity_unlink([TO_DO])
    case.write({
        'x_approver_ids': [Command.set(approvers.ids)],
        'x_eligible_ids': [Command.set(eligible.ids)],
    })
    ask(case, approvers, 'Decide on ' + case.x_name)
    for seat in step.get('delegations') or []:
        tell(case, User.browse(seat['forId']), 'For your information: ' + case.x_name, (
            '<p>%s</p>' % escape('%s is asked about %s in your place.' % (
                User.browse(seat['delegateId']).name, case.x_name))))


def tell(case, user, subject, html):
    """A message about the case that nobody else can read."""
    case.message_notify(
        partner_ids=user.partner_id.ids,
        subject=subject,
        # Only the value of an HTML field counts as HTML here.
        body=env['mail.message'].new({'body': html}).body,
    )
