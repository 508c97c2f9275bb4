# The ledger: every command about an approval case, run as one Odoo transaction.
#
# This is the code of one server action. It is read by Odoo's safe_eval: no import, no class, no
# "with", and no function may use a local name of the function around it, which also rules out
# comprehensions that read a local name. So there are more plain loops here than elsewhere.
#
# Called with the command in the context; the answer is what `action` holds at the end. Rights come
# from the action's group. Our own rows are written with sudo(), since nobody may write them
# directly; business methods run as the caller, so that Odoo's own rights hold.

INTEGRATION = 'n8n_approvals.group_integration'
MANAGERS = 'n8n_approvals.group_manager'
TO_DO = 'mail.mail_activity_data_todo'
GENESIS = '0' * 64

command = env.context['approval_command']
# What we call must not see our command in its context.
env = env(context={key: value for key, value in env.context.items() if key != 'approval_command'})

Case = env['x_approval_case'].sudo()
Event = env['x_approval_event'].sudo()
Outbox = env['x_approval_outbox'].sudo()
# Odoo takes a field of the name x_active for the one that hides a record.
Subscription = env['x_approval_subscription'].sudo().with_context(active_test=False)
User = env['res.users'].sudo()


def iso(moment):
    """A time of the database as ISO 8601 in UTC."""
    return moment.isoformat(timespec='milliseconds') + 'Z' if moment else None


def from_iso(instant):
    """ISO 8601 in UTC as Odoo stores it, to the second."""
    return instant[:19].replace('T', ' ') if instant else False


def now():
    """Now, by the database: the same clock for everyone, and later for every later event."""
    env.cr.execute("SELECT clock_timestamp() AT TIME ZONE 'UTC'")
    return env.cr.fetchone()[0]


def lock(model, row_id):
    """Takes a row for the rest of the transaction and gives its record, or an empty one.

    Where another transaction has changed the row meanwhile, PostgreSQL refuses and Odoo runs the
    whole command again.
    """
    env.cr.execute('SELECT id FROM %s WHERE id = %%s FOR UPDATE' % model.replace('.', '_'), [row_id])
    return env[model].sudo().browse([found[0] for found in env.cr.fetchall()])


def lock_case(case_id):
    case = lock('x_approval_case', case_id)
    if not case:
        raise UserError('There is no approval case %s.' % case_id)
    return case


def escape(text):
    """Text for HTML: what people wrote must not become markup."""
    for sign, entity in (('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'), ('"', '&quot;')):
        text = text.replace(sign, entity)
    return text


def person(user):
    return {'id': user.id, 'name': user.name}


def pick(source, keys):
    picked = {}
    for key in keys:
        picked[key] = source[key]
    return picked
