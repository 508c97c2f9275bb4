# What a clerk says about a case, shown to people. Nothing else in this program reads it.

POINT_MARKS = {'for': '+ ', 'against': '− ', 'question': '? ', 'anomaly': '! '}
BY_MODEL = 'Advice from an AI model, which may be wrong and decides nothing:'
IN_DOUBT = 'The model is not sure of this.'


def advice_lines(advice):
    """Plain text, a line each. A model's words are marked as such; from rules come no reasons,
    since those of the policy stand before."""
    if not advice:
        return []
    lines = [POINT_MARKS[point['kind']] + point['text'] for point in advice['points']]
    if advice['source'] == 'model':
        doubt = [IN_DOUBT] if advice.get('uncertain') else []
        return ['', BY_MODEL] + doubt + [advice['summary']] + lines
    return [line for line in lines if not line.startswith(POINT_MARKS['against'])]


def advice_columns(advice):
    """An older n8n package gives fewer keys to read from."""
    if not advice:
        return {}
    by_model = advice['source'] == 'model'
    suggestion = advice.get('suggestion') or {}
    return {
        'x_advice_source': advice['source'],
        'x_advice_fallback': advice['fallbackReason'],
        'x_advice_uncertain': advice.get('uncertain') or False,
        'x_advice_action': suggestion.get('action') if by_model else False,
    }


def advice_table(advice):
    if not advice:
        return ''
    return table('Advice, which decides nothing', 'w-100', [], advice_rows(advice))


def advice_rows(advice):
    suggestion = advice.get('suggestion') or {}
    pairs = [
        ['Likely cause', (advice.get('cause') or {}).get('text')],
        ['Next step', suggestion.get('text')],
        ['Would ask', suggestion.get('role')],
        ['Urgency', advice.get('urgency')],
        ['Category', advice.get('category')],
        ['Story', (advice.get('narrative') or {}).get('text')],
        ['Written by', written_by(advice)],
    ]
    figures = [[figure['label'], figure['value']] for figure in advice.get('keyFigures') or []]
    return figures + [pair for pair in pairs if pair[1]]


def written_by(advice):
    if advice['source'] == 'model':
        return 'Model %s, prompt %s' % (advice['model'], advice['promptVersion'])
    reason = advice['fallbackReason']
    return 'Facts and rules' + ('. ' + reason if reason else '')
