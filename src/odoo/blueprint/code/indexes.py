# The unique indexes that a model made over the API cannot declare: makes them when asked to, and
# says which there are.
if env.context.get('approval_make_indexes'):
    for statement in INDEX_STATEMENTS:
        env.cr.execute(statement)
env.cr.execute(
    'SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() '
    'AND indexname = ANY(%s) ORDER BY indexname', [INDEX_NAMES])
action = {'indexes': dict(env.cr.fetchall())}
