# A record is about to be released by hand: not while its case is open, nor when it was refused. The
# approval itself passes, since its case is approved by then.

WORDS = {'rejected': 'was rejected', 'sent_back': 'was sent back'}


def case_against(record):
    """The newest case of the record, where it stands in the way of a release."""
    case = case_about(record)
    if case.x_state == 'pending':
        return case
    # Another content is another matter, about which somebody asks anew.
    is_refused = case.x_state in WORDS and is_as_decided(record, case)
    return case if is_refused else case.browse()


def sentence(record, case):
    name = '%s (%s)' % (record.display_name, LABEL)
    if case.x_state == 'pending':
        asked = ', '.join(case.x_approver_ids.sorted('id').mapped('name')) or case.x_owner_id.name
        return '%s waits for approval. Asked: %s. See Approvals, case %s.' % (
            name, asked or 'nobody yet', case.x_name)
    said = ': ' + case.x_reason if case.x_reason else ''
    return '%s %s by %s%s. Change it, or request approval again.' % (
        name, WORDS[case.x_state], case.x_decided_by.name or 'policy', said)


def put_on_record(case, text):
    """In a transaction of its own, since the refusal undoes everything in this one."""
    cursor = env.registry.cursor()
    try:
        ledger = env(cr=cursor).ref('n8n_approvals.action_ledger').sudo().with_context(
            approval_command={
                'command': 'breach', 'caseId': case.id, 'actorId': env.uid, 'text': text})
        ledger._run_action_code_multi(ledger._get_eval_context(ledger))
        cursor.commit()
    except Exception:
        # What cannot be put on record is refused all the same.
        cursor.rollback()
    cursor.close()


for record in records:
    case = case_against(record)
    if case:
        text = sentence(record, case)
        put_on_record(case, text)
        raise UserError(text)
