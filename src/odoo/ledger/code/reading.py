# What is read of a subject, and beside it.


def may_read(model_name):
    return env['ir.model.access'].check(model_name, 'read', False)


def may_follow(model_name, fields):
    """What a record is called may be read by whoever may read the one that leads to it."""
    return list(fields) == ['display_name'] or may_read(model_name)


def readable(model_name, specification, path, absent):
    """The part of a specification that this Odoo has and its user may read. What is left out is
    told in `absent`, by its path."""
    known = env[model_name].fields_get(list(specification), ['relation'])
    kept = {}
    for name, wanted in specification.items():
        if name not in known:
            is_there = name in env[model_name]._fields
            absent[path + name] = 'forbidden' if is_there else 'missing'
        elif wanted.get('fields') is None:
            kept[name] = wanted
        elif not known[name].get('relation'):
            kept[name] = {}
        elif may_follow(known[name]['relation'], wanted['fields']):
            nested = readable(known[name]['relation'], wanted['fields'], path + name + '.', absent)
            kept[name] = dict(wanted, fields=nested)
        else:
            absent[path + name] = 'forbidden'
    return kept


def read_related(subject, queries):
    found = {}
    for name, query in queries.items():
        found[name] = run_query(subject, query)
    return found


def run_query(subject, query):
    if query['model'] not in env:
        return {'absent': 'missing'}
    if not may_read(query['model']):
        return {'absent': 'forbidden'}
    model = subject.env[query['model']]
    domain = []
    for term in query['domain']:
        if isinstance(term, str):
            domain.append(term)
        elif term[0].split('.')[0] not in model._fields:
            return {'absent': 'missing'}
        else:
            domain.append((term[0], term[1], operand(subject, term[2])))
    if query['sums'] is not None:
        return {'rows': totals(model, domain, query, subject)}
    rows = search_each(model, domain, query, subject)
    return {'rows': rows.web_read(readable(query['model'], query['specification'], '', {}))}


def search_each(model, domain, query, subject):
    window = {'order': query['order'], 'limit': query['limit']}
    each = query['each']
    if not each:
        return model.search(domain, **window)
    rows = model
    for value in operand(subject, {'of': each['of']}):
        rows = rows + model.search(domain + [(each['field'], '=', value)], **window)
    return rows


def operand(subject, value):
    """What is compared with: as it stands, what the subject holds, or a day before today."""
    if not isinstance(value, dict):
        return value
    if 'daysAgo' in value:
        return (now() - datetime.timedelta(days=value['daysAgo'])).strftime('%Y-%m-%d')
    held = subject.mapped(value['of'])
    return held if isinstance(held, list) else held.ids


def totals(model, domain, query, subject):
    """What fields add up to, over all that is found, or for each value that was asked for."""
    each = query['each']
    keys = []
    if each:
        keys = [each['field']]
        domain = domain + [(each['field'], 'in', operand(subject, {'of': each['of']}))]
    aggregates = ['id:count'] + [name + ':sum' for name in query['sums']]
    rows = []
    for found in model._read_group(domain, keys, aggregates):
        row = {}
        for name, value in zip(keys + ['count'] + query['sums'], found):
            row[name] = value.id if name in keys else value or 0
        rows.append(row)
    return rows
