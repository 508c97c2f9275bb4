def wait(command):
    """Notes which execution waits and where it is woken, and sends the approvers their links."""
    case = lock_case(command['caseId'])
    if case.x_execution_id != command['executionId'] or case.x_resume_url != command['resumeUrl']:
        is_new = case.x_execution_id != command['executionId']
        touch(case, {
            'x_execution_id': command['executionId'],
            'x_resume_url': command['resumeUrl'],
        })
        if is_new:
            append_event(case, 'waiting', None, {'executionId': command['executionId']})
    if case.x_state == 'pending' and case.x_notified_round < case.x_round and command['links']:
        case.write({'x_notified_round': case.x_round})
        for link in command['links']:
            send_link(case, User.browse(link['approverId']), link['url'])
    return answer('shown', case)


def send_link(case, approver, url):
    """Gives someone who is asked their own link: a message that nobody else can read."""
    if approver not in case.x_approver_ids:
        return
    tell(case, approver, 'Please decide: ' + case.x_name, '<p>%s</p><p><a href="%s">%s</a></p>' % (
        escape(case.x_summary or case.x_name).replace('\n', '<br/>'),
        escape(url), escape('Decide on ' + case.x_name)))


def escalate(command):
    case = lock_case(command['caseId'])
    if case.x_state != 'pending':
        return answer('already_decided', case)
    if command['level'] <= case.x_escalation_level:
        return answer('already_escalated', case)
    if command['kind'] == 'ask':
        ask_others(case, command)
        keys = ['level', 'step', 'warnAt', 'dueAt', 'reason']
        append_event(case, 'escalated', None, pick(command, keys))
    else:
        touch(case, {'x_escalation_level': command['level'], 'x_exhausted': True})
        ask(case, members(env.ref(MANAGERS)), 'Nobody decided on ' + case.x_name)
        append_event(case, 'exhausted', None, pick(command, ['level', 'reason']))
    post_on_case(case, command['reason'])
    return answer('escalated', case)


def ask_others(case, command):
    """The rung takes the place of the present step, with times of its own."""
    document = dict(case.x_document)
    steps = list(document['steps'])
    steps[case.x_step] = command['step']
    document['steps'] = steps
    if document['sla']:
        times = {'warnAt': command['warnAt'], 'dueAt': command['dueAt']}
        given = {key: instant for key, instant in times.items() if instant}
        document['sla'] = dict(document['sla'], **given)
    touch(case, {
        'x_escalation_level': command['level'],
        'x_round': case.x_round + 1,
        'x_warn_at': from_iso(command['warnAt']) or case.x_warn_at,
        'x_due_at': from_iso(command['dueAt']) or case.x_due_at,
        'x_document': document,
    })
    ask_step(case, command['step'])


def note(command):
    case = lock_case(command['caseId'])
    touch(case, {})
    append_event(case, 'noted', None, {'text': command['text']})
    post_on_case(case, command['text'])
    return answer('noted', case)


def show(command):
    case = Case.browse(command['caseId']).exists()
    if not case:
        raise UserError('There is no approval case %s.' % command['caseId'])
    return answer('shown', case)


COMMANDS = {
    'gather': gather,
    'open': open_case,
    'vote': vote,
    'abstain': abstain,
    'forward': forward,
    'recall': recall,
    'expedite': expedite,
    'apply': apply,
    'wait': wait,
    'escalate': escalate,
    'supersede': supersede,
    'note': note,
    'show': show,
    'directory': directory,
    'acknowledge': acknowledge,
    'subscribe': subscribe,
    'unsubscribe': unsubscribe,
    'claim': claim,
    'replay': replay,
    'sweep': sweep,
    'fail': fail,
    'models': models,
    # Not for n8n: the scheduled action and the buttons in Odoo run these.
    'deliver': deliver,
    'create_rules': create_rules,
}

action = COMMANDS[command['command']](command)
