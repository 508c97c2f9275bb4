# Events that were never written, because nothing listened when they happened.

CATCH_UP_LIMIT = 500
# Long transactions end later than they began, which is what a record is stamped with.
OVERLAP = datetime.timedelta(minutes=10)


def sweep(command):
    written = 0
    has_more = False
    domain = [
        ('x_topic', '=', 'record'), ('x_active', '=', True), ('x_instance', '=', command['instance'])]
    if command['areas']:
        domain.append(('x_area', 'in', command['areas']))
    since = datetime.datetime.strptime(command['since'][:19], '%Y-%m-%dT%H:%M:%S')
    for subscription in Subscription.search(domain, order='id'):
        left = command['limit'] - written
        found = catch_up(subscription, since, left) if left else 0
        written = written + found
        has_more = has_more or found == left
    return {'status': 'swept', 'written': written, 'hasMore': has_more}


def catch_up(subscription, since, limit):
    """Writes the events of records that fit and of whose last change no event tells."""
    sought = sought_by(subscription)
    if not sought:
        return 0
    model_name, domain, stamp, event = sought
    token, moment = database_clock()
    # Two at once would write the same: the second fails here, and Odoo runs it again.
    subscription.write({'x_swept_at': moment})
    model = env[model_name].sudo()
    subjects = matching(subscription, model.search(
        domain + [(stamp, '>=', since - OVERLAP)], order='id'))
    if asks_by_change(subscription):
        subjects = changed_since_approved(subscription.x_area, subjects)
    env.flush_all()
    env.cr.execute('''
        SELECT subject.id FROM ''' + model._table + ''' subject
        WHERE subject.id = ANY(%s) AND NOT EXISTS (
            SELECT FROM x_approval_outbox event
            WHERE event.x_subscription_id = %s AND event.x_model = %s AND event.x_res_id = subject.id
            AND event.create_date >= subject.''' + stamp + ''')
        ORDER BY subject.id LIMIT %s
    ''', [subjects.ids, subscription.id, model_name, limit])
    missed = [found[0] for found in env.cr.fetchall()]
    for subject in model.browse(missed):
        write_row(subscription, subject, event, token, moment, subject.write_uid)
    return len(missed)


def sought_by(subscription):
    """Model, domain, the date that tells when it happened, and the event; None where no record of
    it is left, or where it is looked for all the time anyway."""
    if not subscription.x_watch:
        if subscription.x_area not in AREA_SUBJECTS:
            return None
        model_name, domain, release = AREA_SUBJECTS[subscription.x_area]
        return model_name, domain, 'write_date', 'saved'
    watch = json.loads(subscription.x_watch)
    if watch['event'] in ('deleted', 'due'):
        return None
    stamp = 'create_date' if watch['event'] == 'created' else 'write_date'
    return watch['model'], [], stamp, watch['event']
