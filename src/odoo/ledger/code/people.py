def members(group):
    """Everybody of the house who is in the group, also by way of another group."""
    # Odoo 19 keeps groups that come through other groups in a field of their own.
    membership = 'all_group_ids' if 'all_group_ids' in User._fields else 'groups_id'
    return User.search([(membership, 'in', group.ids), ('share', '=', False)])


def directory(command):
    """The users behind logins and groups, each with the groups (of those asked for) they are in."""
    users = User.search([('login', 'in', command['logins']), ('share', '=', False)])
    groups_of = {}
    for user in users:
        groups_of[user.id] = []
    for name in command['groups']:
        group = env.ref(name, raise_if_not_found=False)
        if not group or group._name != 'res.groups':
            raise UserError('There is no group "%s" in Odoo.' % name)
        for user in members(group):
            groups_of.setdefault(user.id, []).append(name)
    found = []
    for user in User.browse(sorted(groups_of)):
        found.append(directory_user(user, groups_of[user.id]))
    return {'status': 'found', 'users': found}


def ask(case, users, summary):
    """Gives each user a task in Odoo's own inbox, due when the case is due."""
    deadline = (case.x_due_at or now()).date()
    for user in users:
        case.activity_schedule(TO_DO, date_deadline=deadline, summary=summary, user_id=user.id)


def ask_step(case, step):
    """Asks the approvers of a step, and nobody else any more."""
    approvers = User.browse(step['approverIds']).exists()
    case.activity_unlink([TO_DO])
    case.write({'x_approver_ids': [Command.set(approvers.ids)]})
    ask(case, approvers, 'Decide on ' + case.x_name)
