# The record a case is about.


def plain_rows(records, names):
    """What the named fields of the records hold, by ascending id."""
    rows = []
    for values in records.sorted('id').read(names, load=''):
        row = {'id': values['id']}
        for name in names:
            row[name] = plain(values[name])
        rows.append(row)
    return rows


def is_unchanged(model, record_id, watched):
    """Whether everything that matters still holds what it held when it was read."""
    subject = env[model].sudo().browse(record_id)
    fields = dict(plain_rows(subject, list(watched['fields']))[0])
    if 'id' not in watched['fields']:
        fields.pop('id')
    if fields != watched['fields']:
        return False
    for name, line_fields in watched['lineFields'].items():
        names = [field for field in line_fields if field != 'id']
        if plain_rows(subject[name], names) != watched['lines'][name]:
            return False
    return True


def post_on_subject(case, body):
    """Tells the people who follow the record, where it has a chatter."""
    subject = env[case.x_model].sudo().browse(case.x_res_id)
    if 'message_ids' in subject._fields and subject.exists():
        subject.message_post(body=body, body_is_html=True, subtype_xmlid='mail.mt_note')


def note_on_subject(case, headline, said):
    """One line in the record's chatter, with what was said about it."""
    post_on_subject(case, '<p><b>%s</b>%s</p>' % (
        escape(headline), escape(': ' + said if said else '')))


def post_on_case(case, text):
    case.message_post(body=escape(text), body_is_html=True, subtype_xmlid='mail.mt_note')
