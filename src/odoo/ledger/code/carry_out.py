def state_of(subject, expect):
    subject.invalidate_recordset([expect['field']])
    return subject[expect['field']]


def carry_out(case, given):
    """Does to the subject what was decided. Gives the state read back and Odoo's words, if any."""
    effect = effect_of(case, given)
    subject = env[case.x_model].browse(case.x_res_id)
    if not effect['method']:
        return conclude(case, 'kept', None, None)
    run = BUSINESS_METHODS.get((case.x_state, case.x_model, effect['method']))
    if not run:
        raise UserError('The ledger may not call %s on %s.' % (effect['method'], case.x_model))
    expect = effect['expect']
    if expect and state_of(subject.sudo(), expect) in expect['values']:
        state = subject.sudo()[expect['field']]
        beside = released_beside(case)
        if beside:
            return conclude(case, 'kept', state, 'It was released by ' + beside.x_name)
        return conclude(case, 'not_released', state, (
            'It was in state "%s" already: somebody did this by hand, not by this case.' % state))
    lacking = lacking_approvals(case, effect['method'])
    if lacking:
        return conclude(case, 'kept', None, 'It still needs: ' + ', '.join(lacking))
    message = attempt(subject, effect, run, case.x_document.get('proposal'))
    state = state_of(subject.sudo(), expect) if expect else None
    return conclude(case, 'not_released' if message else 'released', state, message)


def attempt(subject, effect, run, proposal):
    """Runs the business method; undoes it and gives the reason when the state is not reached."""
    savepoint = env.cr.savepoint()
    try:
        result = run(subject.with_context(dict(subject.env.context, **effect['context'])), proposal)
        env.flush_all()
        message = shortfall(subject, effect, result)
    except Exception as error:
        # A refusal of the business logic ends the attempt; a failure of the database ends all.
        if not isinstance(error, UserError) and not repr(error).startswith('RedirectWarning'):
            raise
        undo(savepoint)
        return str(error.args[0])
    if message:
        undo(savepoint)
    else:
        savepoint.close(rollback=False)
    return message


def undo(savepoint):
    savepoint.close(rollback=True)
    env.invalidate_all()


def shortfall(subject, effect, result):
    """What is missing although Odoo's method raised no error: it may return without doing it."""
    expect = effect['expect']
    if not expect or state_of(subject.sudo(), expect) in expect['values']:
        return None
    message = 'Odoo ran %s without an error, and the record is still in state "%s".' % (
        effect['method'], subject.sudo()[expect['field']])
    if isinstance(result, dict) and result.get('res_model'):
        message = message + ' It asks a question first (%s).' % result['res_model']
    return message


def conclude(case, outcome, state, message):
    """Writes down what became of the record, and tells its followers."""
    touch(case, {'x_outcome': outcome, 'x_open': False, 'x_ended_at': now()})
    append_event(case, outcome, None, {'recordState': state, 'message': message})
    post_on_subject(case, outcome_note(case, outcome, message))
    return {'recordState': state, 'message': message}


def outcome_note(case, outcome, message):
    decided = DECISION_WORDS[case.x_state] + ' by ' + (case.x_decided_by.name or 'policy')
    parts = ['<p><b>' + escape(decided) + '</b>']
    if outcome == 'not_released':
        parts.append(', but Odoo did not carry it out')
    if message or case.x_reason:
        parts.append(': ' + escape(message or case.x_reason))
    parts.append('<br/>' + escape('Case %s, trail %s' % (case.x_name, case.x_last_hash)) + '</p>')
    return ''.join(parts)


def apply(command):
    case = lock_case(command['caseId'])
    if case.x_state == 'pending':
        return answer('not_decided', case)
    if case.x_state == 'superseded' or case.x_outcome in ('released', 'kept', 'changed'):
        return already_handled(case)
    subject = env[case.x_model].sudo().browse(case.x_res_id)
    if not subject.exists():
        raise UserError('%s no longer exists.' % case.x_record_name)
    stop_clock(case, command.get('clock'))
    unchanged = is_unchanged(case.x_model, case.x_res_id, case.x_document['watched'])
    if case.x_state == 'approved' and not unchanged:
        supersede_case(case, 'The record changed after it was approved')
        applied = {'recordState': None, 'message': None}
    else:
        applied = carry_out(case, command['effect'])
    return dict(answer('applied', case), **applied)
