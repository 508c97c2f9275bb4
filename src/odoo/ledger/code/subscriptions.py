# Who hears of which events, and the automation rules that this takes.

RULE_AUTHORS = 'n8n_approvals.group_rule_author'

TRIGGERS = {
    'created': 'on_create', 'updated': 'on_write', 'reached': 'on_create_or_write',
    'deleted': 'on_unlink',
}

# What a rule runs. It names what it writes for, and does nothing where approvals were removed.
RULE_CODE = '''write = env.ref('n8n_approvals.action_write_event', raise_if_not_found=False)
if write:
    write.sudo().with_context(approval_write={
        'key': %r, 'model': records._name, 'ids': records.ids}).run()'''


def subscribe(command):
    watch = command['watch']
    assert_readable(command)
    if command['topic'] == 'record' and not watch and command['area'] not in AREA_SUBJECTS:
        raise UserError(
            'The area "%s" is not set up in this Odoo, so nothing would ever be heard of it. '
            'Run Set Up Odoo with it, where its Odoo apps are installed.' % command['area'])
    known = Subscription.search([('x_key', '=', command['key'])])
    moment = now()
    values = {
        'x_name': command['key'],
        'x_key': command['key'],
        'x_topic': command['topic'],
        'x_area': command['area'],
        'x_url': command['url'],
        'x_signing_key': command['signingKey'],
        'x_user_id': env.uid,
        'x_instance': command['instance'],
        # An older n8n package does not say.
        'x_workflow': command.get('workflowId') or False,
        'x_pushed': command['isPushed'],
        'x_copies': command['includesCopies'],
        'x_database': database_identity(),
        'x_filter': str(json.dumps(subscription_filter(command))),
        'x_send_fields': str(json.dumps(command['sendFields'])),
        'x_watch': str(json.dumps(watch)) if watch else False,
        'x_expires_at': moment + datetime.timedelta(minutes=TEST_MINUTES) if command['isTest'] else False,
    }
    was_active = known.x_active
    subscription = known
    if known:
        known.write(values)
    else:
        subscription = Subscription.create(dict(values, x_active=False))
    needed = ensure_rule(subscription)
    if needed:
        return needed
    silent_since = not command['isTest'] and subscription.x_inactive_since
    subscription.write({
        'x_active': True,
        'x_inactive_since': False,
        'x_since': silent_since or was_active and subscription.x_since or moment,
    })
    caught_up = catch_up(subscription, silent_since, CATCH_UP_LIMIT) if silent_since else 0
    return {'status': 'subscribed', 'at': iso(moment), 'caughtUp': caught_up}


def subscription_filter(command):
    """Reaching a value is a condition like the others."""
    watch = command['watch']
    if watch and watch['event'] == 'reached':
        return [[watch['field'], '=', watch['value']]] + command['filter']
    return command['filter']


def unsubscribe(command):
    """Events written from now on skip it; those on their way wait until it subscribes again."""
    for subscription in Subscription.search([('x_key', '=', command['key'])]):
        silence(subscription)
    return {'status': 'unsubscribed'}


def silence(subscription):
    if subscription.x_active:
        subscription.write({'x_active': False, 'x_inactive_since': now()})
    rule = found_rule(subscription)
    # A rule that could not be made again stays; without its subscription it does nothing.
    if rule and is_ours(rule) and may_make_rules():
        rule.unlink()
        rule = None
    is_named = Outbox.search_count([('x_subscription_id', '=', subscription.id)], limit=1)
    if subscription.x_expires_at and not (is_named or rule or subscription.x_needs_rule):
        subscription.unlink()


def may_make_rules():
    return env.user.has_group(RULE_AUTHORS) or env.user.has_group('base.group_system')


def database_identity():
    """Tells this database from its copies, which know the same subscriptions."""
    return '%s %s' % (env.cr.dbname, env['ir.config_parameter'].sudo().get_param('database.uuid'))


def assert_readable(command):
    """What a subscription is about, the caller must be able to read."""
    watch = command['watch']
    if not watch:
        return
    if watch['model'] not in env or watch['model'].startswith('x_approval_'):
        raise UserError('There is no model %s to listen to in this Odoo.' % watch['model'])
    model = env[watch['model']]
    # Also finds what is wrong with the filter; with the rights of the caller.
    model.search(subscription_filter(command), limit=1)
    names = set(command['sendFields'] + watch.get('fields', []))
    if 'field' in watch:
        names.add(watch['field'])
    known = model.fields_get(list(names), ['type'])
    for name in sorted(names):
        if name not in known:
            raise UserError('%s has no field %s that this user may read.' % (watch['model'], name))
    for name in command['sendFields']:
        if known[name]['type'] == 'binary':
            raise UserError('The field %s holds a file, which is not sent along.' % name)
    if watch['event'] == 'due' and known[watch['field']]['type'] not in ('date', 'datetime'):
        raise UserError('The field %s holds no date.' % watch['field'])


def wanted_rule(subscription, watch):
    names = watch.get('fields', [])
    if watch['event'] == 'reached':
        names = [watch['field']]
    return {
        'name': 'Approvals: %s %s' % (watch['model'], watch['event']),
        'model': watch['model'],
        'trigger': TRIGGERS[watch['event']],
        'fields': sorted(names),
        'code': RULE_CODE % subscription.x_key,
    }


def ensure_rule(subscription):
    """Makes or mends the rule of a subscription. Gives what is needed where the caller may not."""
    watch = json.loads(subscription.x_watch or 'null')
    if not watch or watch['event'] == 'due':
        return None
    wanted = wanted_rule(subscription, watch)
    rule = found_rule(subscription)
    differences = rule_differences(rule, wanted) if rule else []
    if rule and not differences:
        return None
    if not may_make_rules():
        subscription.write({'x_needs_rule': True})
        return {'status': 'rule_needed', 'rule': wanted, 'differences': differences}
    values = {
        'name': wanted['name'],
        'model_id': env['ir.model']._get_id(wanted['model']),
        'trigger': wanted['trigger'],
        'active': True,
        'filter_domain': False,
        'filter_pre_domain': False,
        'trigger_field_ids': [Command.set(field_ids(wanted))],
    }
    if rule:
        rule.action_server_ids.unlink()
        rule.write(values)
    else:
        rule = env['base.automation'].sudo().create(values)
        env['ir.model.data'].sudo().create({
            'module': 'n8n_approvals', 'name': external_name(subscription),
            'model': 'base.automation', 'res_id': rule.id, 'noupdate': True,
        })
    # Odoo takes actions by themselves only; among the values of a rule it asks for the caller's right.
    env['ir.actions.server'].sudo().create({
        'name': wanted['name'],
        'model_id': values['model_id'],
        'state': 'code',
        'code': wanted['code'],
        'usage': 'base_automation',
        'base_automation_id': rule.id,
    })
    subscription.write({'x_needs_rule': False})
    return None


def field_ids(wanted):
    return env['ir.model.fields'].sudo().search([
        ('model', '=', wanted['model']), ('name', 'in', wanted['fields'])]).ids


def external_name(subscription):
    """Ours, so that removing approvals from Odoo finds it."""
    return 'rule_%s' % subscription.id


def found_rule(subscription):
    """The rule that writes for a subscription: ours, or one that an administrator made."""
    rule = env.ref('n8n_approvals.' + external_name(subscription), raise_if_not_found=False)
    if rule:
        return rule.sudo()
    return env['base.automation'].sudo().with_context(active_test=False).search([
        ('action_server_ids.code', 'like', "'key': %r," % subscription.x_key)], limit=1)


def is_ours(rule):
    """Whether we made the rule; one that an administrator made by hand is theirs."""
    return bool(env['ir.model.data'].sudo().search_count([
        ('module', '=', 'n8n_approvals'), ('model', '=', 'base.automation'), ('res_id', '=', rule.id)]))


def rule_differences(rule, wanted):
    """Names of what differs, for people."""
    differences = []
    if not rule.active:
        differences.append('it is archived')
    if rule.model_id.model != wanted['model']:
        differences.append('its model is ' + rule.model_id.model)
    if rule.trigger != wanted['trigger']:
        differences.append('its trigger is ' + rule.trigger)
    names = sorted(rule.trigger_field_ids.mapped('name'))
    if names != wanted['fields']:
        differences.append('it watches ' + (', '.join(names) or 'no field'))
    if rule.filter_domain or rule.filter_pre_domain:
        differences.append('it has a filter of its own')
    codes = rule.action_server_ids.mapped('code')
    if [str(code or '').strip() for code in codes] != [wanted['code']]:
        differences.append('its action runs something else')
    return differences


def create_rules(command):
    """An administrator makes the rules that n8n may not make itself."""
    for subscription in Subscription.browse(command['ids']).exists():
        ensure_rule(subscription)
    return {'status': 'created'}


def models(command):
    """Models that the caller may read, for choosing one from a list."""
    found = []
    for model in env['ir.model'].sudo().search([
            ('transient', '=', False), ('abstract', '=', False),
            '|', ('name', 'ilike', command['search']), ('model', 'ilike', command['search'])], order='name'):
        if len(found) == command['limit']:
            break
        if model.model in env and not model.model.startswith('x_approval_') \
                and env[model.model].check_access_rights('read', raise_exception=False):
            found.append({'model': model.model, 'name': model.name})
    return {'status': 'found', 'models': found}
