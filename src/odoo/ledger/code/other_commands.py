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


def note(command):
    case = lock_case(command['caseId'])
    touch(case, {})
    append_event(case, 'noted', None, {'text': command['text']})
    post_on_case(case, command['text'])
    return answer('noted', case)


def breach(command):
    """Somebody tried to release the record past its approval, and was refused."""
    case = lock_case(command['caseId'])
    touch(case, {})
    actor = User.browse(command['actorId'])
    append_event(case, 'release_refused', actor, {'text': command['text']})
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
    'clock': clock,
    'due': due,
    'calendar': calendar,
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
    # Not for n8n: the scheduled action, the buttons in Odoo and what holds records run these.
    'breach': breach,
    'deliver': deliver,
    'create_rules': create_rules,
}

action = COMMANDS[command['command']](command)
