def find_earlier(command, row, key):
    """The answer when this event or this content was dealt with before, else None."""
    fingerprint = command['fingerprint']
    newest = newest_case(key)
    if row.x_case_id:
        if row.x_case_id.x_fingerprint == fingerprint:
            return already_handled(row.x_case_id)
        if not (row.x_case_id.x_open or is_void(row.x_case_id)):
            return already_handled(row.x_case_id)
        is_decided = newest and not newest.x_open and not is_void(newest)
        if is_void(row.x_case_id) and newest != row.x_case_id and is_decided:
            return already_handled(newest)
    elif row.x_state == 'acknowledged':
        return already_handled(row.x_case_id)
    if newest.x_fingerprint == fingerprint and asks_the_same(command, row, newest):
        if not row.x_case_id:
            acknowledge_row(row, newest)
        return already_handled(newest)
    return None


def asks_the_same(command, row, newest):
    """Whether the newest case about this content answers for it. An express request asks again about
    what was rejected, and about what is still asked where more is known by now."""
    if newest.x_state == 'pending':
        return not row.x_requested or newest.x_document['facts'] == command['facts']
    return newest.x_open or newest.x_state == 'rejected' and not row.x_requested


def why_superseded(case, command):
    if case.x_document['watched'] == command['watched']:
        return 'It is judged anew, by what is known now'
    return 'The record changed'


def claim_key(key):
    """Makes sure that nobody else opens a case of this key at the same time.

    A second opener waits for the first at the unique index, and then its view of the database is
    too old: PostgreSQL says so, and Odoo runs its command again, which then finds the case.
    """
    env.cr.execute(
        'INSERT INTO x_approval_case (x_key, x_open, x_name) VALUES (%s, true, %s) '
        'ON CONFLICT DO NOTHING RETURNING id', [key, key])
    claimed = [found[0] for found in env.cr.fetchall()]
    env.cr.execute('DELETE FROM x_approval_case WHERE id = ANY(%s)', [claimed])


def open_case(command):
    key = case_key(command['area'], command['model'], command['recordId'])
    subject = env[command['model']].sudo().browse(command['recordId'])
    row = lock('x_approval_outbox', command['outboxId'] or 0)
    if command['outboxId'] and not row:
        return {'status': 'event_missing'}
    if not subject.exists():
        return {'status': 'record_missing'}

    current = Case.search([('x_key', '=', key), ('x_open', '=', True)])
    lock('x_approval_case', current.id or 0)
    earlier = find_earlier(command, row, key)
    if earlier:
        return earlier
    if not is_unchanged(command['model'], command['recordId'], command['watched']):
        return {'status': 'changed'}

    if current:
        supersede_case(current, why_superseded(current, command))
    claim_key(key)
    case = create_case(command, row, key)
    if command['policyDecision']:
        close(case, None, command['policyDecision'], policy_reason(command), None)
        if command['effect']:
            carry_out(case, command['effect'])
    elif command['steps']:
        ask_step(case, command['steps'][0])
        asked = ', '.join(case.x_approver_ids.sorted('id').mapped('name'))
        note_on_subject(case, 'Approval asked of ' + asked, policy_reason(command))
    return answer('opened', case)


def policy_reason(command):
    return '; '.join([rule['reason'] for rule in command['policy']['rules']]) or None


# All that is known when a case opens goes into its first event, and so under its first hash.
OPENED_KEYS = DOCUMENT_SECTIONS + [
    'area', 'model', 'recordId', 'recordName', 'fingerprint', 'watched', 'executionId', 'odooOnly',
    'bulkAllowed', 'proposal',
]


def decisive_rule(policy):
    """The first of the rules that made the policy say what it says; none where it says so by default."""
    for rule in policy['rules']:
        if rule['outcome'] == policy['outcome']:
            return rule['id']
    return False


def whose(subject):
    """The company that the record belongs to, and whom it is about; by which cases are told apart."""
    partner = subject if subject._name == 'res.partner' else env['res.partner'].browse()
    if 'partner_id' in subject._fields and subject._fields['partner_id'].comodel_name == 'res.partner':
        partner = subject.partner_id
    company = subject.company_id if 'company_id' in subject._fields else env['res.company'].browse()
    return {
        'x_company_id': company.id,
        'x_partner_id': (partner.commercial_partner_id or partner).id,
    }


def create_case(command, row, key):
    # An older n8n package says nothing of these.
    command = dict(
        {'authority': None, 'odooOnly': False, 'bulkAllowed': False, 'proposal': None}, **command)
    if command['area'] in OWN_AREAS:
        # What would be put back is nobody's to say but Odoo's.
        subject = env[command['model']].browse(command['recordId'])
        command['proposal'] = {'before': before_change(command['area'], subject)}
    policy = command['policy']
    # An older n8n package says nothing of risk, samples and shadows.
    shadow = policy.get('shadow') or {}
    sla = command['sla']
    superseded = newest_case(key)
    # An event leads to one case; when it is gone through again, the first keeps it.
    event_id = row.id if row and not row.x_case_id else 0
    label = AREA_LABELS.get(command['area']) or command['area'].replace('_', ' ')
    columns = dict(clock_columns(sla) if sla else {}, **advice_columns(command['advice']))
    columns = dict(columns, **whose(env[command['model']].sudo().browse(command['recordId'])))
    case = Case.create(dict(columns, **{
        'x_name': command['recordName'] + ' · ' + label,
        'x_key': key,
        'x_area': command['area'],
        'x_area_label': label,
        'x_model': command['model'],
        'x_res_id': command['recordId'],
        'x_record_name': command['recordName'],
        'x_record_url': '/odoo/%s/%s' % (command['model'], command['recordId']),
        'x_state': 'pending',
        'x_outcome': 'none',
        'x_open': True,
        'x_version': 1,
        'x_round': 1,
        'x_fingerprint': command['fingerprint'],
        'x_outbox_id': event_id,
        'x_trace_id': row.x_trace_id or new_trace(),
        'x_asked_at': row.create_date if event_id else False,
        'x_amount': command['amount'] or 0,
        'x_currency': command['currency'],
        'x_requester_id': command['requesterId'],
        'x_policy_id': policy['id'],
        'x_policy_version': policy['version'],
        'x_policy_hash': policy['hash'],
        'x_policy_outcome': policy['outcome'],
        'x_rule': decisive_rule(policy),
        'x_near_miss': bool(policy.get('nearMisses')),
        'x_risk_score': policy.get('riskScore') or 0,
        'x_sampled': policy.get('sampled') or False,
        'x_shadow_outcome': shadow.get('outcome'),
        'x_shadow_disagrees': bool(shadow) and not shadow['agrees'],
        'x_headline': summary(command).split('\n')[0],
        'x_odoo_only': command['odooOnly'],
        'x_bulk_allowed': command['bulkAllowed'],
        'x_summary': summary(command),
        'x_overview': overview(command),
        'x_sla_class': sla['class'] if sla else policy['slaClass'],
        'x_resume_url': command['resumeUrl'],
        'x_execution_id': command['executionId'],
        'x_supersedes_id': superseded.id if superseded.x_state == 'superseded' else False,
        'x_document': dict(
            pick(command, DOCUMENT_SECTIONS), watched=command['watched'],
            proposal=command['proposal']),
    }))
    if event_id:
        acknowledge_row(row, case)
    append_event(case, 'opened', case.x_requester_id, dict(
        pick(command, OPENED_KEYS),
        outboxId=event_id or None,
        requester=person(case.x_requester_id),
        supersedesId=case.x_supersedes_id.id or None,
    ))
    return case
