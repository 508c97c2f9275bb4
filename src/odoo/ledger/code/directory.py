# Whom approvals may ask: users behind names, who is away, who stands in, and the matrix kept here.

Delegation = env['x_approval_delegation'].sudo()
Authority = env['x_approval_authority'].sudo()


def directory(command):
    """The users behind logins, groups and fields of a record, each with by which of them they were
    found; with those they have handed their authority to, and the matrix when it is asked for."""
    area = command.get('area')
    rows = matrix_rows(area) if command.get('matrix') else None
    logins, groups = list(command['logins']), list(command['groups'])
    fields = list(command.get('fields') or [])
    for row in rows or []:
        for approver in [row['approver']] + ([row['fallback']] if row.get('fallback') else []):
            {'user': logins, 'group': groups, 'field': fields}[approver['kind']].append(
                approver.get('login') or approver.get('group') or approver.get('field'))

    found = {}
    for user in User.search([('login', 'in', logins), ('share', '=', False)]):
        noted(found, user)
    for name in sorted(set(groups)):
        for user in members(group_named(name)):
            noted(found, user)['groups'].append(name)
    for path in sorted(set(fields)):
        for user in users_at(command.get('record'), path):
            noted(found, user)['fields'].append(path)
    note_delegates(found, area)
    note_leave(found)
    users = []
    for user_id in sorted(found):
        users.append(found[user_id])
    return {'status': 'found', 'users': users, 'rows': rows}


def noted(found, user):
    if user.id not in found:
        found[user.id] = dict(
            directory_user(user, []), fields=[], awayUntil=None, delegateId=None)
    return found[user.id]


def group_named(name):
    if name.startswith('res.groups,'):
        return env['res.groups'].sudo().browse(int(name.split(',')[1])).exists()
    group = env.ref(name, raise_if_not_found=False)
    if not group or group._name != 'res.groups':
        raise UserError('There is no group "%s" in Odoo.' % name)
    return group


def users_at(record, path):
    """The users to whom a path of fields leads from a record, such as `team_id.user_id`."""
    if not record:
        return User.browse([])
    found = env[record['model']].sudo().browse(record['id']).exists()
    for name in path.split('.'):
        field = found._fields.get(name)
        if not field or not field.relational:
            raise UserError('"%s" leads to nobody: %s has no relation "%s".' % (
                path, found._name, name))
        found = found[name]
    if found._name == 'hr.employee':
        found = found.user_id
    if found._name == 'res.partner':
        found = found.user_ids
    if found._name != 'res.users':
        raise UserError('"%s" leads to %s, which is no user.' % (path, found._name))
    return found.filtered(lambda user: user.active and not user.share)


def note_delegates(found, area):
    """Who has handed their authority to whom for today; the delegates are found along with them."""
    today = now().date()
    fresh = list(found)
    while fresh:
        delegations = Delegation.search([
            ('x_user_id', 'in', fresh), ('x_delegate_id.active', '=', True),
            ('x_delegate_id.share', '=', False),
            '|', ('x_from', '=', False), ('x_from', '<=', today),
            '|', ('x_until', '=', False), ('x_until', '>=', today),
            '|', ('x_area', '=', False), ('x_area', '=', area),
        ], order='id')
        fresh = []
        # The latest word counts.
        for delegation in delegations:
            found[delegation.x_user_id.id]['delegateId'] = delegation.x_delegate_id.id
        for delegation in delegations:
            if delegation.x_delegate_id.id not in found:
                noted(found, delegation.x_delegate_id)
                fresh.append(delegation.x_delegate_id.id)


def note_leave(found):
    """Until when they are on leave, where Odoo's Time Off is installed."""
    if 'hr.leave' not in env:
        return
    at = now()
    for leave in env['hr.leave'].sudo().search([
            ('state', '=', 'validate'), ('date_from', '<=', at), ('date_to', '>=', at),
            ('employee_id.user_id', 'in', list(found))], order='date_to'):
        found[leave.employee_id.user_id.id]['awayUntil'] = iso(leave.date_to)


def matrix_rows(area):
    """The lines of the matrix kept in Odoo that may concern an area, as n8n writes them."""
    rows = []
    for line in Authority.search([]).sorted(lambda line: (line.x_level or 1, line.id)):
        areas = listed(line.x_areas)
        if not areas or area in areas:
            rows.append(matrix_row(line, areas))
    return rows


def matrix_row(line, areas):
    scope = {}
    for name, value in (('company', line.x_company), ('region', line.x_region),
                        ('warehouse', line.x_warehouse), ('productCategory', line.x_category)):
        if listed(value):
            scope[name] = listed(value)
    row = {
        'role': line.x_role,
        'approver': approver_of(line),
        'level': line.x_level or 1,
        'limit': line.x_limit or None,
        'quorum': 'all' if line.x_needed == 'all' else (line.x_quorum or 1),
        'areas': areas,
        'scope': scope,
    }
    further = {
        'currency': line.x_currency,
        'above': line.x_above,
        'whenFact': line.x_when_fact,
        'validFrom': plain(line.x_valid_from),
        'validUntil': plain(line.x_valid_until),
        'fallback': group_approver(line.x_fallback_id) if line.x_fallback_id else None,
    }
    for name in further:
        if further[name]:
            row[name] = further[name]
    return row


def approver_of(line):
    """Nobody where what is chosen was left empty: the line then names a user that does not exist."""
    if line.x_kind == 'group' and line.x_group_id:
        return group_approver(line.x_group_id)
    if line.x_kind == 'field' and line.x_field:
        return {'kind': 'field', 'field': line.x_field}
    return {'kind': 'user', 'login': line.x_user_id.login or '(nobody)'}


def group_approver(group):
    # A group that somebody made by hand has no name of its own.
    name = group.get_external_id().get(group.id) or 'res.groups,%s' % group.id
    return {'kind': 'group', 'group': name}


def listed(text):
    parts = []
    for part in (text or '').split(','):
        if part.strip():
            parts.append(part.strip())
    return parts
