# What people read on the case's form.


def summary(command):
    """The clerk's advice, or else the reasons of the policy: plain text, a line each."""
    if command['advice']:
        marks = {'for': '+ ', 'against': '− ', 'question': '? '}
        lines = [command['advice']['summary']]
        for point in command['advice']['points']:
            lines.append(marks[point['kind']] + point['text'])
        return '\n'.join(lines)
    return '\n'.join([rule['reason'] for rule in command['policy']['rules']])


def table(heading, width, columns, rows):
    if not rows:
        return ''
    parts = ['<h4 class="mt-4">%s</h4><table class="table table-sm %s">' % (escape(heading), width)]
    if columns:
        parts.append('<thead><tr>' + cells('th', columns) + '</tr></thead>')
    parts.append('<tbody>')
    for row in rows:
        parts.append('<tr>' + cells('td', row) + '</tr>')
    parts.append('</tbody></table>')
    return ''.join(parts)


def cells(tag, texts):
    joined = ''
    for text in texts:
        joined = joined + '<' + tag + '>' + escape(text) + '</' + tag + '>'
    return joined


def overview(command):
    figures = [[figure['label'], figure['value']] for figure in command['figures']]
    rules = [[rule['reason'], rule['id']] for rule in command['policy']['rules']]
    policy = command['policy']
    return ''.join([
        table('Figures', 'w-50', [], figures),
        table('Lines', 'w-100', command['lines']['columns'], command['lines']['rows']),
        table('Rules that matched', 'w-100', ['Reason', 'Rule'], rules),
        '<p class="text-muted">Policy %s, version %s</p>' % (
            escape(policy['id']), escape(policy['version'])),
    ])
