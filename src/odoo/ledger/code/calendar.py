# When people work, as Odoo has it: a working schedule, the company's, or somebody's own.

CALENDAR_YEARS = 3
MOST_LEAVES = 2000


def calendar(command):
    if 'resource.calendar' not in env:
        return {'status': 'missing', 'message': (
            'Odoo has no working schedules: the module "resource" is not installed.')}
    source = command['source']
    schedule, resource = schedule_of(source)
    if not schedule:
        return {'status': 'missing', 'message': 'Odoo has no working schedule for %s "%s".' % (
            source['kind'], source['name'] or '')}
    schedule = schedule.sudo()
    return {
        'status': 'found',
        'schedule': {
            'name': schedule.name,
            'zone': schedule.tz or 'UTC',
            # Whoever may work at any time has no hours that could be counted.
            'flexible': bool('flexible_hours' in schedule._fields and schedule.flexible_hours),
            'shifts': shifts_of(schedule),
            'leaves': leaves_of(schedule, resource, command['since']),
        },
    }


def schedule_of(source):
    """The working schedule, and the resource whose own absences count as well."""
    Schedule = env['resource.calendar'].sudo()
    nobody = env['resource.resource'].sudo()
    if source['kind'] == 'schedule':
        return Schedule.search([('name', '=', source['name'])], order='id', limit=1), nobody
    if source['kind'] == 'company':
        company = env.company.sudo()
        if source['name']:
            company = company.search([('name', '=', source['name'])], limit=1)
        return company.resource_calendar_id, nobody
    user = User.search([('login', '=', source['name'])], limit=1)
    resource = nobody.search([('user_id', '=', user.id or 0)], order='id', limit=1)
    return resource.calendar_id or user.company_id.resource_calendar_id, resource


def shifts_of(schedule):
    """Hours as Odoo has them, in decimals; breaks and headings are no work."""
    today = now().date()
    two_weeks = schedule.two_weeks_calendar
    shifts = []
    for line in schedule.attendance_ids.sorted(lambda one: (one.dayofweek, one.hour_from)):
        if line.display_type or line.day_period == 'lunch' or line.hour_to <= line.hour_from:
            continue
        # Up to Odoo 18 a line may be for a time only.
        if 'date_to' in line._fields and line.date_to and line.date_to < today:
            continue
        if 'date_from' in line._fields and line.date_from and line.date_from > today:
            continue
        shifts.append({
            'weekday': int(line.dayofweek) + 1,
            'from': line.hour_from,
            'to': line.hour_to,
            'week': {'0': 'first', '1': 'second'}.get(line.week_type) if two_weeks else None,
        })
    return shifts


def leaves_of(schedule, resource, since):
    begin = datetime.datetime.strptime(since[:19], '%Y-%m-%dT%H:%M:%S')
    leaves = env['resource.calendar.leaves'].sudo().search([
        ('resource_id', 'in', [False] + resource.ids),
        ('calendar_id', 'in', [False, schedule.id]),
        ('company_id', 'in', [False, schedule.company_id.id or env.company.id]),
        ('time_type', '=', 'leave'),
        ('date_to', '>', begin),
        ('date_from', '<', begin + datetime.timedelta(days=366 * CALENDAR_YEARS)),
    ], order='date_from, id', limit=MOST_LEAVES)
    # Odoo lets a day end one second before midnight.
    return [{'from': iso(leave.date_from), 'to': iso(leave.date_to)} for leave in leaves]
