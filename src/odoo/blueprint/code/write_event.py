# Runs after a save that somebody listens to: one event for each workflow that does. It is written
# in the transaction of the save, so there is never one without the other.


def take_back(asked, token, moment):
    """Acknowledges what records asked earlier in this transaction and no longer do."""
    env['x_approval_outbox'].sudo().search([
        ('x_transaction', '=', token), ('x_topic', '=', 'record'), ('x_area', '=', asked['area']),
        ('x_model', '=', asked['model']), ('x_res_id', 'in', asked['passed']),
        ('x_state', '=', 'pending'), ('x_requested', '=', False),
    ]).write({'x_state': 'acknowledged', 'x_acknowledged_at': moment})


def told_before(asked, subject):
    """What the record was like before, as JSON text; False where nobody was asked for it."""
    return str(json.dumps(asked['before'][subject.id], sort_keys=True)) if 'before' in asked else False


asked = env.context['approval_write']
# n8n's own changes tell nobody, so that no approval can start itself.
if not env.user.has_group('n8n_approvals.group_integration'):
    domain = [('x_topic', '=', 'record'), ('x_active', '=', True)]
    if 'key' in asked:
        domain.append(('x_key', '=', asked['key']))
    else:
        domain.append(('x_area', '=', asked['area']))
        domain.append(('x_watch', '=', False))
    # Odoo takes a field of the name x_active for the one that hides a record.
    subscriptions = env['x_approval_subscription'].sudo().with_context(active_test=False).search(domain)
    token, moment = database_clock()
    if asked.get('passed'):
        take_back(asked, token, moment)
    subjects = env[asked['model']].sudo().browse(asked['ids'])
    for subscription in subscriptions:
        event = json.loads(subscription.x_watch)['event'] if subscription.x_watch else 'saved'
        for subject in matching(subscription, subjects):
            row = write_row(
                subscription, subject, event, token, moment, env.user,
                asked.get('requested', False), told_before(asked, subject))
            if row.x_state == 'acknowledged':
                # Taken back a moment ago, and now the record asks after all.
                row.write({'x_state': 'pending', 'x_acknowledged_at': False})
    action = {'listeners': len(subscriptions)}
