# What people read on the case's form. An older n8n package gives fewer keys to read from.

SAMPLED = 'Drawn as a sample: the policy would have approved it.'
BY_DEFAULT = 'No single rule asks for it; the policy does by default.'


def summary(command):
    """The reasons of the policy, then the clerk's advice: plain text, a line each."""
    return '\n'.join(reasons(command['policy']) + advice_lines(command['advice']))


def reasons(policy):
    sampled = [SAMPLED] if policy.get('sampled') else []
    unknown = ['Not known: ' + name for name in policy['missingFacts']]
    said = sampled + [rule['reason'] for rule in policy['rules']] + unknown
    return said if said or policy['outcome'] == 'auto_approve' else [BY_DEFAULT]


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
    policy = command['policy']
    figures = [[figure['label'], figure['value']] for figure in command['figures']]
    rules = [[rule['reason'], comparisons(rule), rule['id']] for rule in policy['rules']]
    misses = [[miss['sentence'], miss['ruleId']] for miss in policy.get('nearMisses') or []]
    return ''.join([
        table('Figures', 'w-50', [], figures),
        table('Lines', 'w-100', command['lines']['columns'], command['lines']['rows']),
        table('Rules that matched', 'w-100', ['Reason', 'Compared', 'Rule'], rules),
        '<p>%s</p>' % escape(SAMPLED) if policy.get('sampled') else '',
        table('Near misses', 'w-100', ['Compared', 'Rule'], misses),
        advice_table(command['advice']),
        '<p class="text-muted">Policy %s, version %s</p>' % (
            escape(policy['id']), escape(policy['version'])),
        shadow_objection(policy.get('shadow')),
    ])


def comparisons(rule):
    sentences = [compared.get('sentence') for compared in rule['conditions']]
    return ' · '.join([sentence for sentence in sentences if sentence])


def shadow_objection(shadow):
    """What a policy on trial says against the one in force; nobody may take it for the decision."""
    if not shadow or shadow['agrees']:
        return ''
    heading = 'Another policy on trial, which decides nothing'
    return table(heading, 'w-100', [], [[shadow['sentence']]])
